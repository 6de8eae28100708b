import { html } from 'lit';
import { dayMedium, decimal, figureText, integer } from '../../parts/format.js';
import { t } from '../../parts/i18n.js';
import { Part } from '../../parts/part.js';
import { CATEGORIES } from '../need-view.js';
import { go, route } from '../route.js';
import { uats } from '../store.js';
import '../../parts/data-table.js';

/** The map's figures as a table, UATs or localities: the same facts for those who cannot or will not read a map. */
class NeedTable extends Part {
  static properties = { view: { attribute: false }, localityView: { attribute: false }, needs: { attribute: false } };

  get columns() {
    const { asOf, source } = this.needs;
    const shown = (figure) => figureText(figure);
    const mean = (figure) => (figure && !figure.suppressed ? figure.mean : NaN);
    const uatNames = new Map((uats.value ?? []).map((f) => [Number(f.id), f.properties.name]));
    return [
      { key: 'siruta', label: t('column.siruta'), value: (r) => r.siruta, csvOnly: true },
      {
        key: 'name',
        label: t('column.name'),
        value: (r) => r.name,
        cell: (r) =>
          html`<button class="link" @click=${() => go({ place: String(r.siruta), table: undefined })}>${r.name}</button>`,
      },
      ...(route().table === 'locality'
        ? [{ key: 'uat', label: t('column.uat'), value: (r) => uatNames.get(r.uatSiruta) ?? '' }]
        : []),
      {
        key: 'population',
        label: t('column.population'),
        numeric: true,
        value: (r) => r.population,
        cell: (r) => (r.population ? integer(r.population) : '–'),
      },
      {
        key: 'mean',
        label: t('column.estimate'),
        numeric: true,
        value: (r) => mean(r.figure),
        cell: (r) => html`<b>${shown(r.figure)}</b>`,
      },
      {
        key: 'low',
        label: t('column.low'),
        numeric: true,
        value: (r) => r.figure?.low,
        cell: (r) => (r.figure?.low !== undefined ? integer(r.figure.low) : '–'),
      },
      {
        key: 'high',
        label: t('column.high'),
        numeric: true,
        value: (r) => r.figure?.high,
        cell: (r) => (r.figure?.high !== undefined ? integer(r.figure.high) : '–'),
      },
      {
        key: 'rate',
        label: t('column.rate'),
        numeric: true,
        value: (r) => r.rate,
        cell: (r) => (Number.isFinite(r.rate) ? decimal(r.rate) : '–'),
      },
      ...CATEGORIES.map((c) => ({
        key: c,
        label: t(`category.short.${c}`),
        long: t(`category.${c}`),
        numeric: true,
        value: (r) => mean(r.categories?.[c]),
        cell: (r) => shown(r.categories?.[c]),
      })),
      { key: 'asOf', label: t('about.date'), value: () => asOf, csvOnly: true },
      { key: 'source', label: t('about.source'), value: () => source, csvOnly: true },
    ];
  }

  render() {
    const level = route().table;
    const view = level === 'locality' ? this.localityView : this.view;
    const { category } = route();
    const { asOf, source } = this.needs;
    const caption = `${t(level === 'locality' ? 'table.byLocality' : 'table.byUat')}: ${category ? t(`category.${category}`) : t('county.all')}`;
    return html`<div class="row center need-table-head">
        <h2>${caption}</h2>
        <div class="segments" role="group" aria-label=${t('table.level')}>
          <button aria-pressed=${level !== 'locality'} @click=${() => go({ table: 'uat' })}>${t('table.uats')}</button>
          <button aria-pressed=${level === 'locality'} @click=${() => go({ table: 'locality' })}>${t('table.localities')}</button>
        </div>
      </div>
      <p class="tiny dim need-table-source">${t('figure.source', { source, date: dayMedium(asOf) })}</p>
      <data-table
        .columns=${this.columns}
        .rows=${view?.rows ?? []}
        .caption=${caption}
        .first=${'mean'}
        .file=${`caravana-nevoie-${level}-${this.needs.asOf}`}
        .marked=${(row) => String(row.siruta) === route().place}
      ></data-table>`;
  }
}

customElements.define('need-table', NeedTable);
