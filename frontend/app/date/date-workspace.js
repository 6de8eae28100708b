import { html, nothing } from 'lit';
import { dayMedium, instant, integer } from '../../parts/format.js';
import { t, tn } from '../../parts/i18n.js';
import { icon } from '../../parts/icons.js';
import { Part } from '../../parts/part.js';
import { resolved } from '../../parts/state-message.js';
import '../../parts/data-table.js';
import { county, imports, isAdministrator, isPlanner, me } from '../store.js';
import './accounts-panel.js';
import './import-form.js';

/** Where the figures come from, how old they are, and how newer ones are brought in. */
class DateWorkspace extends Part {
  constructor() {
    super();
    for (const resource of [county, imports, me]) resource.usedBy(this);
  }

  render() {
    return html`<div class="date-grid">
      <div class="stack wide">
        ${this.renderCurrent()}${this.renderGround()}${isAdministrator() ? html`<accounts-panel></accounts-panel>` : nothing}
      </div>
      <div class="stack wide">
        ${isPlanner() ? html`<import-form></import-form>` : nothing}
        <section class="card block" aria-label=${t('imports.title')}>
          <h2>${t('imports.title')}</h2>
          ${resolved(imports, (list) => this.renderHistory(list))}
        </section>
      </div>
    </div>`;
  }

  renderCurrent() {
    return html`<section class="card block">
      <h2>${t('data.statistics')}</h2>
      ${resolved(county, (c) => (c.statistics ? this.renderStatistics(c.statistics) : html`<p class="dim">${t('data.none')}</p>`))}
    </section>`;
  }

  renderStatistics(s) {
    return html`${
        s.synthetic
          ? html`<div class="notice warn">
              ${icon('warning')}
              <div>
                <b>${t('synthetic.short')}</b>
                <div>${t('data.syntheticText')}</div>
              </div>
            </div>`
          : nothing
      }
      <dl class="facts">
        ${fact(t('about.source'), s.source)}${fact(t('data.asOf'), dayMedium(s.asOf))}${s.importedAt ? fact(t('data.importedAt'), instant(s.importedAt)) : nothing}
      </dl>`;
  }

  renderGround() {
    const c = county.value;
    if (!c) return nothing;
    return html`<section class="card block">
      <h2>${t('data.ground')}</h2>
      <dl class="facts">
        ${c.boundaries ? fact(t('data.boundaries'), html`${c.boundaries.generalised ? t('map.generalised') : t('data.official')}<br /><span class="dim small">${c.boundaries.source} · ${dayMedium(c.boundaries.date)}</span>`) : nothing}
        ${c.roads ? fact(t('data.roads'), html`${c.roads.name}${c.roads.schematic ? html`<br /><span class="dim small">${t('teren.schematic')}</span>` : nothing}`) : nothing}
        ${fact(t('data.population'), tn('count.inhabitant', c.population))}${fact(t('data.places'), `${tn('count.uat', c.uats)}, ${tn('count.locality', c.localities)}`)}
      </dl>
      <p class="small dim">${t('data.boundariesHow')}</p>
    </section>`;
  }

  renderHistory(list) {
    if (!list.length) return html`<p class="dim">${t('imports.none')}</p>`;
    const columns = [
      {
        key: 'when',
        label: t('column.date'),
        value: (i) => i.importedAt ?? i.createdAt ?? '',
        cell: (i) => ((i.importedAt ?? i.createdAt) ? instant(i.importedAt ?? i.createdAt) : '–'),
      },
      {
        key: 'file',
        label: t('imports.file'),
        value: (i) => i.fileName ?? i.source ?? '',
        cell: (i) => i.fileName ?? i.source ?? '–',
      },
      {
        key: 'status',
        label: t('imports.status'),
        value: (i) => t(`importStatus.${i.status}`),
        cell: (i) =>
          html`<span class="chip ${i.status === 'accepted' ? 'brand' : 'warn'}">${t(`importStatus.${i.status}`)}</span>`,
      },
      { key: 'asOf', label: t('data.asOf'), value: (i) => i.asOf ?? '', cell: (i) => (i.asOf ? dayMedium(i.asOf) : '–') },
      {
        key: 'accepted',
        label: t('imports.accepted'),
        numeric: true,
        value: (i) => i.accepted,
        cell: (i) => integer(i.accepted),
      },
      {
        key: 'rejected',
        label: t('imports.rejected'),
        numeric: true,
        value: (i) => i.rejected,
        cell: (i) =>
          i.rejected
            ? html`<a href=${`/api/v1/statistics/imports/${i.id}/rejected.csv`} download>${integer(i.rejected)}</a>`
            : '0',
      },
    ];
    return html`<data-table .columns=${columns} .rows=${list} .caption=${t('imports.title')}></data-table>`;
  }
}

const fact = (name, value) =>
  html`<div>
    <dt>${name}</dt>
    <dd>${value}</dd>
  </div>`;

customElements.define('date-workspace', DateWorkspace);
