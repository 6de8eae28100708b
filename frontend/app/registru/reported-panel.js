import { html, nothing } from 'lit';
import { dayLong } from '../../parts/format.js';
import { t } from '../../parts/i18n.js';
import { Part } from '../../parts/part.js';
import { loading } from '../../parts/state-message.js';
import { EveryMinute } from '../coverage/age.js';
import { CoverageFeed } from '../coverage/coverage-feed.js';
import '../coverage/coverage-table.js';
import { liveChip } from '../coverage/live-chip.js';
import { uats } from '../store.js';

/** What the offices have reported, UAT by UAT, moving while one looks. */
class ReportedPanel extends Part {
  constructor() {
    super();
    new EveryMinute(this);
    uats.usedBy(this);
    this.feed = new CoverageFeed(this, () => ({ level: 'uat' }));
  }

  coverageMoved() {
    this.say('coverage-moved');
  }

  render() {
    const { view, rows, fresh } = this.feed;
    const names = new Map((uats.value ?? []).map((f) => [Number(f.id), f.properties.name]));
    return html`<section class="card block" aria-label=${t('coverage.title')}>
      <div class="row center">
        <h2>${t('coverage.title')}</h2>
        ${liveChip(this.feed)}
      </div>
      <p class="small dim">
        ${view ? t('coverage.text', { date: dayLong(view.asOf) }) : nothing}
        ${view?.rounding > 1 ? t('coverage.rounded', { n: view.rounding }) : nothing}
      </p>
      ${
        view
          ? html`<coverage-table .rows=${[...rows.values()]} .names=${names} .view=${view} .fresh=${fresh}></coverage-table>`
          : loading()
      }
    </section>`;
  }
}

customElements.define('reported-panel', ReportedPanel);
