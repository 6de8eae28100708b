import { html } from 'lit';
import { countText, dayMedium, figureText, percent } from '../../parts/format.js';
import { t } from '../../parts/i18n.js';
import { Part } from '../../parts/part.js';
import '../../parts/data-table.js';
import { go } from '../route.js';
import { age } from './age.js';
import { freshness, momentOf, resolvedShare } from './coverage-view.js';

const shown = (count) => (count && !count.suppressed ? count.count : NaN);

/**
 * What the offices have reported against the need, place by place. Where the serving office has sent nothing there are no figures:
 * silence is not "nothing happened".
 */
class CoverageTable extends Part {
  static properties = {
    rows: { attribute: false },
    names: { attribute: false },
    uatNames: { attribute: false },
    view: { attribute: false },
    ofPersons: { attribute: false },
    fresh: { attribute: false },
    chosen: { attribute: false },
  };

  get columns() {
    const silent = (r) => !r.completeTo && !Number.isFinite(this.ofPersons ? r.resolvedShare : r.covered);
    const count = (key) => ({
      key,
      label: t(`coverage.${key}`),
      numeric: true,
      value: (r) => (silent(r) ? NaN : shown(r[key])),
      cell: (r) => (silent(r) ? '–' : countText(r[key])),
    });
    const share = (key, more = {}) => ({
      key,
      label: t(`coverage.${key}`),
      numeric: true,
      value: (r) => r[key] ?? NaN,
      cell: (r) => (Number.isFinite(r[key]) ? percent(r[key]) : '–'),
      ...more,
    });
    const figure = (key) => ({
      key,
      label: t(`coverage.${key}`),
      numeric: true,
      value: (r) => r[key]?.mean,
      cell: (r) => (r[key] ? figureText(r[key]) : '–'),
    });
    return [
      { key: 'siruta', label: t('column.siruta'), value: (r) => r.siruta, csvOnly: true },
      {
        key: 'name',
        label: t('column.name'),
        value: (r) => r.name,
        cell: (r) =>
          html`<button
            class="link"
            @click=${() => go({ workspace: 'harta', show: 'coverage', place: String(r.siruta), table: undefined })}
          >
            ${r.name}
          </button>`,
      },
      ...(this.uatNames ? [{ key: 'uat', label: t('column.uat'), value: (r) => this.uatNames.get(r.siruta) ?? '' }] : []),
      {
        key: 'completeTo',
        label: t('coverage.completeTo'),
        value: (r) => r.completeTo ?? '',
        cell: (r) => html`<span class=${freshness(r.completeTo, momentOf(this.view.asOf))}>${age(r.completeTo, momentOf(this.view.asOf))}</span>`,
      },
      count('opened'),
      count('resolved'),
      count('withdrawn'),
      count('open'),
      ...(this.ofPersons
        ? [share('resolvedShare')]
        : [
            figure('need'),
            figure('moved'),
            share('covered'),
            share('coveredFrom', { csvOnly: true }),
            share('coveredTo', { csvOnly: true }),
          ]),
      { key: 'office', label: t('coverage.office'), value: (r) => r.office, csvOnly: true },
      { key: 'asOf', label: t('about.date'), value: () => this.view.asOf, csvOnly: true },
    ];
  }

  render() {
    const rows = this.rows.map((r) => ({ ...r, resolvedShare: resolvedShare(r), name: this.names.get(r.siruta) ?? String(r.siruta) }));
    return html`<data-table
      .columns=${this.columns}
      .rows=${rows}
      .caption=${t('coverage.caption', { date: dayMedium(this.view.asOf) })}
      .file=${`caravana-acoperire-${this.view.level}-${this.view.asOf}`}
      .marked=${(r) => String(r.siruta) === this.chosen || this.fresh?.has(r.siruta)}
    ></data-table>`;
  }
}

customElements.define('coverage-table', CoverageTable);
