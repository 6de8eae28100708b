import { html, nothing } from 'lit';
import { t } from '../../parts/i18n.js';
import { Part } from '../../parts/part.js';
import { isPlanner, me, needReports } from '../store.js';
import './report-form.js';
import './report-list.js';
import './reporter-links.js';

/** "About so many people here lack this": reporting, and for planners deciding what becomes of it. */
class NeedsReported extends Part {
  constructor() {
    super();
    me.usedBy(this);
  }

  render() {
    return html`<div class="date-grid needs-grid">
      <div class="stack wide">
        <report-form @reported=${() => isPlanner() && needReports.refresh()}></report-form>
        ${isPlanner() ? html`<reporter-links></reporter-links>` : nothing}
      </div>
      <div class="stack wide">
        ${isPlanner() ? html`<report-list></report-list>` : html`<p class="card block dim">${t('needReport.forPlanners')}</p>`}
      </div>
    </div>`;
  }
}

customElements.define('needs-reported', NeedsReported);
