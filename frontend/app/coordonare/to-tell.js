import { html, nothing } from 'lit';
import { instant } from '../../parts/format.js';
import { t } from '../../parts/i18n.js';
import { icon } from '../../parts/icons.js';
import { Part } from '../../parts/part.js';
import { problemNotice, refused, resolved } from '../../parts/state-message.js';
import { send } from '../api.js';
import { changed, go, href, route } from '../route.js';
import { board, notices } from '../store.js';

const SHOWN = 30;

/** What no mail can tell: of one `visit` and `partner`, or of all. Each has its letter, and stays until somebody says it was told. */
class ToTell extends Part {
  static properties = { visit: { attribute: false }, partner: { attribute: false }, problem: { state: true }, busy: { state: true } };

  constructor() {
    super();
    notices.usedBy(this);
    board.usedBy(this);
  }

  /** Another planner may have moved a visit or told somebody since the list was loaded. */
  connectedCallback() {
    super.connectedCallback();
    if (notices.value) notices.refresh();
  }

  /** What went wrong with one visit is not said of the next. */
  willUpdate(changes) {
    if (changes.has('visit') || changes.has('partner')) this.problem = undefined;
  }

  mine(all) {
    return this.visit ? all.filter((n) => n.visit === this.visit && n.partner === this.partner) : all;
  }

  async told(notice) {
    if (this.busy) return;
    this.busy = true;
    this.problem = undefined;
    try {
      notices.put(await send('POST', `/api/v1/partner-notices/${encodeURIComponent(notice.id)}/told`));
    } catch (problem) {
      if (this.visit === undefined || this.visit === notice.visit) this.problem = problem;
      notices.refresh();
    }
    this.busy = false;
    board.refresh();
    this.say('notice-told');
  }

  render() {
    // in a visit most partners have nothing to be told: no grey bones where nothing will stand
    if (this.visit && notices.value === undefined && !notices.problem) return nothing;
    const stale = notices.value !== undefined && notices.problem;
    return html`${this.problem ? problemNotice(this.problem) : nothing}
    ${stale ? refused(notices.problem, () => notices.refresh()) : nothing}
    ${resolved(notices, (value) => this.renderList(this.mine(value.notices)))}`;
  }

  renderList(mine) {
    if (!mine.length) return nothing;
    const more = mine.length - SHOWN;
    return html`<div class="notice warn">
      ${icon('warning')}
      <div class="stack">
        <b role="status">${t('toTell.title')}${this.visit ? nothing : html` (${mine.length})`}</b>
        <ul class="stack">
          ${mine.slice(0, SHOWN).map((notice) => this.renderNotice(notice))}
        </ul>
        ${more > 0 ? html`<p class="small">${t('toTell.more', { n: more })}</p>` : nothing}
      </div>
    </div>`;
  }

  /** For whoever hears the page read, every button says whom it is about. */
  renderNotice(notice) {
    const letter = `/api/v1/visits/${encodeURIComponent(notice.visit)}/notices/${notice.partner}.pdf`;
    const about = `${this.who(notice)}, ${t(`mailKind.${notice.kind}`)}`;
    return html`<li>
      <p>${this.visit ? nothing : this.renderWho(notice)}<b>${t(`mailKind.${notice.kind}`)}</b> <small class="dim">${instant(notice.createdAt)}</small></p>
      <div class="chips">
        <a class="btn" href=${letter} download aria-label=${`${t('partner.letter')}: ${about}`}>${t('partner.letter')}</a
        ><button class="btn" ?disabled=${this.busy} aria-label=${`${t('toTell.told')}: ${about}`} @click=${() => this.told(notice)}>
          ${t('toTell.told')}
        </button>
      </div>
    </li>`;
  }

  who(notice) {
    const visit = board.value?.visits.find((v) => v.id === notice.visit);
    return `${t(`partner.${notice.partner}`)} ${visit?.uat ?? ''}`.trim();
  }

  renderWho(notice) {
    const open = { visit: notice.visit };
    return html`<a
        href=${href(changed(route(), open))}
        @click=${(e) => {
          e.preventDefault();
          go(open);
        }}
        >${this.who(notice)}</a
      > · `;
  }
}

customElements.define('to-tell', ToTell);
