import { html, nothing } from 'lit';
import { instant } from '../../parts/format.js';
import { t } from '../../parts/i18n.js';
import { icon } from '../../parts/icons.js';
import { Part } from '../../parts/part.js';
import { problemNotice } from '../../parts/state-message.js';
import { send } from '../api.js';
import { changed, go, href, route } from '../route.js';
import { board, notices } from '../store.js';

const SHOWN = 30;

/** What no mail can tell: of one `visit` and `partner`, or of all. Each has its letter, and stays until somebody says it was told. */
class ToTell extends Part {
  static properties = { visit: { attribute: false }, partner: { attribute: false }, problem: { state: true } };

  constructor() {
    super();
    notices.usedBy(this);
    board.usedBy(this);
  }

  get mine() {
    const all = notices.value?.notices ?? [];
    return this.visit ? all.filter((n) => n.visit === this.visit && n.partner === this.partner) : all;
  }

  async told(notice) {
    this.problem = undefined;
    try {
      notices.put(await send('POST', `/api/v1/partner-notices/${encodeURIComponent(notice.id)}/told`));
    } catch (problem) {
      this.problem = problem;
      notices.refresh();
    }
    board.refresh();
  }

  render() {
    const mine = this.mine;
    if (!mine.length && !this.problem) return nothing;
    return html`<div class="notice warn" role="status">
      ${icon('warning')}
      <div class="stack">
        <b>${t('toTell.title')}${this.visit ? nothing : html` (${mine.length})`}</b>
        ${this.problem ? problemNotice(this.problem) : nothing}
        <ul class="stack">
          ${mine.slice(0, SHOWN).map((notice) => this.renderNotice(notice))}
        </ul>
      </div>
    </div>`;
  }

  renderNotice(notice) {
    const letter = `/api/v1/visits/${encodeURIComponent(notice.visit)}/notices/${notice.partner}.pdf`;
    return html`<li>
      <p>${this.visit ? nothing : this.renderWho(notice)}<b>${t(`mailKind.${notice.kind}`)}</b> <small class="dim">${instant(notice.createdAt)}</small></p>
      <div class="chips">
        <a class="btn" href=${letter} download>${t('partner.letter')}</a
        ><button class="btn" @click=${() => this.told(notice)}>${t('toTell.told')}</button>
      </div>
    </li>`;
  }

  renderWho(notice) {
    const visit = board.value?.visits.find((v) => v.id === notice.visit);
    const open = { visit: notice.visit };
    return html`<a
        href=${href(changed(route(), open))}
        @click=${(e) => {
          e.preventDefault();
          go(open);
        }}
        >${t(`partner.${notice.partner}`)} ${visit?.uat ?? ''}</a
      > · `;
  }
}

customElements.define('to-tell', ToTell);
