import { html, nothing } from 'lit';
import { instant, monthYear } from '../../parts/format.js';
import { language, t } from '../../parts/i18n.js';
import { icon } from '../../parts/icons.js';
import { Part } from '../../parts/part.js';
import { problemNotice, resolved } from '../../parts/state-message.js';
import { send } from '../api.js';
import { isPlanner, me, monthReports } from '../store.js';

/** The monthly reports: drafts while a month is open, as they were once it is closed. */
class MonthList extends Part {
  static properties = { problem: { state: true }, asking: { state: true }, busy: { state: true } };

  constructor() {
    super();
    monthReports.usedBy(this);
    me.usedBy(this);
  }

  connectedCallback() {
    super.connectedCallback();
    if (monthReports.value) monthReports.refresh();
  }

  async shut(month) {
    this.busy = true;
    this.problem = undefined;
    try {
      const { months } = await send('POST', `/api/v1/reports/${month}/close`);
      monthReports.put(months);
    } catch (problem) {
      this.problem = problem;
      monthReports.refresh();
    }
    this.asking = undefined;
    this.busy = false;
  }

  render() {
    return html`<section class="card block" aria-label=${t('group.reports')}>
      <h2>${t('group.reports')}</h2>
      <p class="small dim">${t('group.reportsText')}</p>
      ${this.problem ? problemNotice(this.problem) : nothing}
      ${resolved(
        monthReports,
        (months) =>
          html`<ul class="office-list">
            ${months.map((m) => this.renderMonth(m))}
          </ul>`,
      )}
    </section>`;
  }

  renderMonth(m) {
    const path = (ending, more = '') => `/api/v1/reports/${m.month}.${ending}?lang=${language()}${more}`;
    return html`<li>
      <div class="row center">
        <b class="grow">${monthYear(m.month)}</b>
        <a class="btn" href=${path('pdf')} aria-label=${`${monthYear(m.month)}, PDF`} download>${icon('download', 18)} PDF</a>
        <a class="btn" href=${path('xlsx')} aria-label=${`${monthYear(m.month)}, XLSX`} download>XLSX</a>
      </div>
      <p class="small dim">
        ${this.standing(m)} ${isPlanner() ? html`· <a href=${path('pdf', '&audience=internal')} aria-label=${`${monthYear(m.month)}, ${t('group.internal')}`} download>${t('group.internal')}</a>` : nothing}
      </p>
      ${isPlanner() && m.over && !m.closedAt ? this.renderClose(m) : nothing}
    </li>`;
  }

  standing(m) {
    if (m.closedAt) return t(m.closedBy ? 'group.closedBy' : 'group.closedItself', { when: instant(m.closedAt), name: m.closedBy });
    return t(m.over ? 'group.open' : 'group.goesOn');
  }

  renderClose(m) {
    if (this.asking !== m.month)
      return html`<button
        class="btn"
        @click=${() => {
          this.asking = m.month;
        }}
      >
        ${t('group.close')}
      </button>`;
    return html`<div class="notice warn">
      <div>
        <p>${t('group.closeSure')}</p>
        <div class="chips">
          <button class="btn primary" ?disabled=${this.busy} @click=${() => this.shut(m.month)}>${t('group.closeYes')}</button
          ><button
            class="btn"
            @click=${() => {
              this.asking = undefined;
            }}
          >
            ${t('action.cancel')}
          </button>
        </div>
      </div>
    </div>`;
  }
}

customElements.define('month-list', MonthList);
