import { html, nothing } from 'lit';
import { countText, figureText, percent, dayLong } from '../../parts/format.js';
import { t } from '../../parts/i18n.js';
import { Part } from '../../parts/part.js';
import { loading } from '../../parts/state-message.js';
import '../../parts/data-table.js';
import { go } from '../route.js';
import { threshold, uats } from '../store.js';
import { CoverageLive } from './coverage-live.js';
import { age } from './age.js';

const shown = (count) => (count && !count.suppressed ? count.count : NaN);

/**
 * What the offices have reported, against the need: UAT by UAT, moving while one looks. Where the serving office has sent nothing
 * there are no figures: silence is not "nothing happened".
 */
class CoverageTable extends Part {
  constructor() {
    super();
    uats.usedBy(this);
    this.live = new CoverageLive(this);
  }

  get columns() {
    const count = (key) => ({
      key,
      label: t(`coverage.${key}`),
      numeric: true,
      value: (r) => (r.completeTo ? shown(r[key]) : NaN),
      cell: (r) => (r.completeTo ? countText(r[key], threshold()) : '–'),
    });
    return [
      { key: 'siruta', label: t('column.siruta'), value: (r) => r.siruta, csvOnly: true },
      {
        key: 'name',
        label: t('column.name'),
        value: (r) => r.name,
        cell: (r) =>
          html`<button class="link" @click=${() => go({ workspace: 'harta', place: String(r.siruta) })}>${r.name}</button>`,
      },
      count('opened'),
      count('resolved'),
      count('open'),
      {
        key: 'need',
        label: t('column.estimate'),
        numeric: true,
        value: (r) => r.need?.mean,
        cell: (r) => figureText(r.need, threshold()),
      },
      {
        key: 'covered',
        label: t('coverage.covered'),
        numeric: true,
        value: (r) => (r.completeTo ? r.covered : NaN),
        cell: (r) => (r.completeTo && Number.isFinite(r.covered) ? percent(r.covered) : '–'),
      },
      {
        key: 'completeTo',
        label: t('coverage.completeTo'),
        value: (r) => r.completeTo ?? '',
        cell: (r) => age(r.completeTo),
      },
    ];
  }

  render() {
    const names = new Map((uats.value ?? []).map((f) => [Number(f.id), f.properties.name]));
    const rows = [...(this.live.rows?.values() ?? [])].map((r) => ({ ...r, name: names.get(r.siruta) ?? String(r.siruta) }));
    return html`<section class="card block" aria-label=${t('coverage.title')}>
      <div class="row center">
        <h2>${t('coverage.title')}</h2>
        <span class="chip live-chip ${this.live.state}" role="status">${t(`coverage.state.${this.live.state}`)}</span>
      </div>
      <p class="small dim">
        ${this.live.asOf ? t('coverage.text', { date: dayLong(this.live.asOf) }) : nothing}
        ${this.live.rounding > 1 ? t('coverage.rounded', { n: this.live.rounding }) : nothing}
      </p>
      ${
        this.live.rows
          ? html`<data-table
              .columns=${this.columns}
              .rows=${rows}
              .caption=${t('coverage.title')}
              .file=${`caravana-acoperire-${this.live.asOf}`}
              .marked=${(r) => this.live.fresh.has(r.siruta)}
            ></data-table>`
          : loading()
      }
    </section>`;
  }
}

customElements.define('coverage-table', CoverageTable);
