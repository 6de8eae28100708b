import { html, nothing } from 'lit';
import { countText, dayMedium } from '../../parts/format.js';
import { t } from '../../parts/i18n.js';
import { Part } from '../../parts/part.js';
import { problemNotice } from '../../parts/state-message.js';
import { getJson } from '../api.js';
import { isFieldTeam, isPlanner, me } from '../store.js';

/** How a visit ended: how many were served and sent back, for planners and whoever counted them. */
class VisitOutcome extends Part {
  static properties = { visit: { attribute: false }, outcome: { state: true }, problem: { state: true } };

  constructor() {
    super();
    me.usedBy(this);
  }

  /** Once it is known who asks: who arrives by an address may see the visit before that. */
  willUpdate() {
    if (me.value && this.asked !== this.visit) this.read(this.visit);
  }

  async read(visit) {
    this.asked = visit;
    this.outcome = this.problem = undefined;
    if (!isPlanner() && !isFieldTeam()) return;
    try {
      const path = `/api/v1/field/visits/${encodeURIComponent(visit)}`;
      const outcome = await getJson(`${path}/outcome`);
      if (isPlanner()) Object.assign(outcome, await getJson(`${path}/cases`));
      if (visit === this.visit) this.outcome = outcome;
    } catch (problem) {
      if (visit === this.visit) this.problem = problem;
    }
  }

  render() {
    if (!isPlanner() && !isFieldTeam()) return html`<p class="small dim">${t('outcome.elsewhere')}</p>`;
    if (this.problem) return this.problem.status === 404 ? html`<p class="small dim">${t(isPlanner() ? 'outcome.none' : 'outcome.notYours')}</p>` : problemNotice(this.problem);
    if (!this.outcome) return nothing;
    const { served, sentBack, date, disputed, cases } = this.outcome;
    return html`<dl class="facts">
        <div>
          <dt>${t('outcome.served')}</dt>
          <dd><b>${countText(served)}</b> · ${dayMedium(date)}</dd>
        </div>
        <div>
          <dt>${t('outcome.sentBack')}</dt>
          <dd>${countText(sentBack)}</dd>
        </div>
      </dl>
      ${cases?.length ? this.renderCases(cases) : nothing}
      ${disputed ? html`<p class="notice warn small">${t('outcome.disputed')}</p>` : nothing}`;
  }

  renderCases(cases) {
    const expected = ({ expectedLow, expectedHigh }) => (expectedLow === undefined ? '–' : `${expectedLow}–${expectedHigh}`);
    return html`<table class="data cases">
        <thead>
          <tr>
            <th scope="col"><span>${t('outcome.case')}</span></th>
            <th scope="col" class="n"><span>${t('outcome.expected')}</span></th>
            <th scope="col" class="n"><span>${t('outcome.served')}</span></th>
          </tr>
        </thead>
        <tbody>
          ${cases.map(
            (row) =>
              html`<tr>
                <td>${t(`category.${row.category}`)}</td>
                <td class="n">${expected(row)}</td>
                <td class="n">${countText(row.served)}</td>
              </tr>`,
          )}
        </tbody>
      </table>
      <p class="small dim">${t('outcome.how')}</p>`;
  }
}

customElements.define('visit-outcome', VisitOutcome);
