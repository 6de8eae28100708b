import { html, nothing } from 'lit';
import { dayMedium, instant } from '../../parts/format.js';
import { t, tn } from '../../parts/i18n.js';
import { icon } from '../../parts/icons.js';
import { Part } from '../../parts/part.js';
import { resolved } from '../../parts/state-message.js';
import { boundariesOrigin } from '../origin.js';
import { county, isAdministrator, isPlanner, me } from '../store.js';
import './accounts-panel.js';
import './group-list.js';
import './import-form.js';
import './import-history.js';

/** Where the figures come from, how old they are, and how newer ones are brought in. */
class DateWorkspace extends Part {
  constructor() {
    super();
    for (const resource of [county, me]) resource.usedBy(this);
  }

  render() {
    return html`<div class="date-grid">
      <div class="stack wide">
        ${this.renderCurrent()}${this.renderGround()}${isAdministrator() ? html`<accounts-panel></accounts-panel><group-list></group-list>` : nothing}
      </div>
      <div class="stack wide">
        ${
          isPlanner()
            ? html`<import-form></import-form><import-history></import-history>`
            : html`<p class="card block dim">${t('data.plannersOnly')}</p>`
        }
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
        ${c.boundaries ? fact(t('data.boundaries'), html`${c.boundaries.generalised ? t('map.generalised') : t('data.official')}<br /><span class="dim small">${boundariesOrigin(c.boundaries)}</span>`) : nothing}
        ${c.roads ? fact(t('data.roads'), html`${c.roads.name}${c.roads.schematic ? html`<br /><span class="dim small">${t('teren.schematic')}</span>` : nothing}`) : nothing}
        ${fact(t('data.population'), c.population ? tn('count.inhabitant', c.population) : '–')}${fact(t('data.places'), `${tn('count.uat', c.uats)}, ${tn('count.locality', c.localities)}`)}
      </dl>
      <p class="small dim">${t('data.boundariesHow')}</p>
    </section>`;
  }
}

const fact = (name, value) =>
  html`<div>
    <dt>${name}</dt>
    <dd>${value}</dd>
  </div>`;

customElements.define('date-workspace', DateWorkspace);
