import { html, nothing } from 'lit';
import { download, toCsv } from './csv.js';
import { icon } from './icons.js';
import { t, tn, locale } from './i18n.js';
import { Part } from './part.js';

/**
 * A table one can sort and take away. `columns`: [{key, label, numeric?, value(row), cell?(row), csvOnly?}]; sorting and the file
 * use `value`, the screen `cell`. Missing values sort last either way. `first`: the key of the numbers whose largest come first until
 * somebody sorts otherwise.
 */
class DataTable extends Part {
  static properties = {
    columns: { attribute: false },
    rows: { attribute: false },
    caption: { attribute: false },
    file: { attribute: false },
    sortKey: { state: true },
    first: { attribute: false },
    descending: { state: true },
    marked: { attribute: false },
  };

  constructor() {
    super();
    this.rows = [];
    this.descending = false;
  }

  willUpdate() {
    if (!this.sortKey && this.first) {
      this.sortKey = this.first;
      this.descending = true;
    }
  }

  get sorted() {
    const column = this.columns.find((c) => c.key === this.sortKey);
    if (!column) return this.rows;
    const missing = (v) => v === null || v === undefined || Number.isNaN(v);
    const compare = (a, b) => (column.numeric ? a - b : String(a).localeCompare(String(b), locale()));
    return [...this.rows].sort((x, y) => {
      const a = column.value(x);
      const b = column.value(y);
      if (missing(a) || missing(b)) return missing(a) - missing(b);
      return this.descending ? compare(b, a) : compare(a, b);
    });
  }

  sortBy(column) {
    this.descending = this.sortKey === column.key ? !this.descending : Boolean(column.numeric);
    this.sortKey = column.key;
  }

  save(mark) {
    download(`${this.file}.csv`, toCsv(this.columns, this.sorted, { mark }));
  }

  render() {
    const shown = this.columns.filter((c) => !c.csvOnly);
    return html`<div class="table-tools">
        <p class="small dim">${tn('table.rows', this.rows.length)}</p>
        ${this.file ? this.renderDownload() : nothing}
      </div>
      <div class="scroll table-scroll" tabindex="0" role="region" aria-label=${this.caption}>
        <table class="data">
          <caption class="visually-hidden">
            ${this.caption}
          </caption>
          <thead>
            <tr>
              ${shown.map((c) => this.renderHead(c))}
            </tr>
          </thead>
          <tbody>
            ${this.sorted.map(
              (row) =>
                html`<tr class=${this.marked?.(row) ? 'on' : ''}>
                  ${shown.map((c) => html`<td class=${c.numeric ? 'n' : ''}>${(c.cell ?? c.value)(row)}</td>`)}
                </tr>`,
            )}
          </tbody>
        </table>
      </div>`;
  }

  renderHead(column) {
    const here = column.key === this.sortKey;
    const arrow = here ? (this.descending ? '↓' : '↑') : '';
    return html`<th
      scope="col"
      class=${column.numeric ? 'n' : ''}
      aria-sort=${here ? (this.descending ? 'descending' : 'ascending') : 'none'}
    >
      <button title=${column.long ?? column.label} @click=${() => this.sortBy(column)}>
        ${column.label} <span aria-hidden="true">${arrow}</span>
      </button>
    </th>`;
  }

  renderDownload() {
    return html`<details class="menu">
      <summary class="btn">${icon('download', 18)} ${t('action.download')}</summary>
      <div class="menu-items">
        <button class="menu-item" @click=${() => this.save(true)}><b>CSV</b>${t('table.forExcel')}</button>
        <button class="menu-item" @click=${() => this.save(false)}><b>CSV</b>${t('table.plain')}</button>
      </div>
    </details>`;
  }
}

customElements.define('data-table', DataTable);
