import { html, nothing } from 'lit';
import { dayMedium } from '../../parts/format.js';
import { t } from '../../parts/i18n.js';
import { Part } from '../../parts/part.js';
import { href } from '../route.js';
import { fieldReports } from '../store.js';

/** What a planner should look at: reports whose visit had been called off, or whose times nobody can believe. */
export const needsALook = (report) =>
  report.standing !== 'replaced' && (report.visitStep === 'refused' || report.clock.verdict === 'doubtful');

class ReportsToCheck extends Part {
  constructor() {
    super();
    fieldReports.usedBy(this);
  }

  render() {
    const found = (fieldReports.value ?? []).filter(needsALook);
    if (!found.length) return nothing;
    return html`<details class="fold">
      <summary><span>${t('toCheck.title')}</span><b>${found.length}</b></summary>
      <ul class="outbox">
        ${found.map(
          (report) =>
            html`<li>
              <span class="grow"
                ><a href=${href({ workspace: 'coordonare', visit: report.visit })}>${report.locality}</a>,
                ${dayMedium(report.date)} · ${report.signedBy}
                ${report.visitStep === 'refused' ? html`<span class="small dim">${t('toCheck.refused')}</span>` : nothing}
                ${report.clock.verdict === 'doubtful' ? html`<span class="small dim">${t('toCheck.doubtful')}</span>` : nothing}</span
              >
            </li>`,
        )}
      </ul>
    </details>`;
  }
}

customElements.define('reports-to-check', ReportsToCheck);
