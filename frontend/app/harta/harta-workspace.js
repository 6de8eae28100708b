import { html, nothing } from 'lit';
import { dayLong, dayMedium } from '../../parts/format.js';
import { t, tn } from '../../parts/i18n.js';
import { Part } from '../../parts/part.js';
import { empty, loading, refused } from '../../parts/state-message.js';
import { needView } from '../need-view.js';
import { visitsOf } from '../plan-facts.js';
import { RouteController, changed, go, href, route } from '../route.js';
import { CurrentPlan, county, isPlanner, localities, me, needsByLocality, needsByUat, plans, uats } from '../store.js';
import { countyPanel } from './county-panel.js';
import { placePanel } from './place-panel.js';
import { mapTools } from './map-tools.js';
import { yearStrip } from './year-strip.js';
import './coverage-screen.js';
import './need-map.js';
import './need-table.js';

const STACKED_BELOW = 1000; // as styles/harta.css

/** Where are people without papers, how sure are we, how old is the figure. */
class HartaWorkspace extends Part {
  constructor() {
    super();
    new RouteController(this);
    for (const resource of [county, me, uats, needsByUat]) resource.usedBy(this);
    this.plan = new CurrentPlan(this);
    this.memory = new Map();
  }

  firstUpdated() {
    // The villages are many and wanted second: they come after the first picture.
    requestAnimationFrame(() => {
      localities.usedBy(this);
      needsByLocality.usedBy(this);
    });
    this.escape = (event) => {
      if (event.key === 'Escape' && route().place && !document.querySelector('dialog[open]')) go({ place: undefined });
    };
    window.addEventListener('keydown', this.escape);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    window.removeEventListener('keydown', this.escape);
  }

  /** Recomputed only when what it is made of has changed, so that the map redraws only then. */
  remember(name, inputs, compute) {
    const old = this.memory.get(name);
    if (old && old.inputs.every((value, i) => value === inputs[i])) return old.value;
    const value = compute();
    this.memory.set(name, { inputs, value });
    return value;
  }

  render() {
    const problem = needsByUat.problem ?? uats.problem;
    if (problem && !(needsByUat.value && uats.value)) return this.renderProblem(problem);
    if (!needsByUat.value || !uats.value)
      return html`<div class="harta-grid"><div class="map-loading">${loading(t('map.loading'))}</div></div>`;
    return route().show === 'coverage' ? this.renderCoverage() : this.renderReady();
  }

  renderCoverage() {
    const place = Number(route().place) ? findPlace(Number(route().place)) : undefined;
    return html`<coverage-screen .place=${place} .padding=${this.mapPadding()}></coverage-screen>`;
  }

  renderProblem(problem) {
    if (county.value && !county.value.statistics) {
      const action = html`<a class="btn primary" href=${href({ workspace: 'date' })}>${t('harta.toData')}</a>`;
      return empty({ name: 'data', title: t('harta.noStatistics'), text: t('harta.noStatisticsText'), action });
    }
    return refused(problem, () => {
      needsByUat.refresh();
      uats.refresh();
    });
  }

  renderReady() {
    const { category, measure = 'rate', table, month } = route();
    const needs = needsByUat.value;
    const view = this.remember('uat', [needs, category, measure], () => needView(needs, category, measure));
    const near = needsByLocality.value;
    const localityView = near && this.remember('locality', [near, category, measure], () => needView(near, category, measure));
    const plan = this.plan.value;
    return html`<div class="harta-grid ${route().place ? 'with-place' : ''}">
      ${countyPanel({ needs, view, category, measure, boundaries: county.value?.boundaries })} ${mapTools(table)}
      ${table ? html`<need-table class="card" .view=${view} .localityView=${localityView} .needs=${needs}></need-table>` : this.renderMap(view, localityView, plan, month)}
      ${this.renderPlace(needs, view, localityView, plan)} ${plan ? yearStrip(plan, month) : this.renderNoPlan()}
      <p class="print-only print-source">
        ${t('figure.source', { source: needs.source, date: dayMedium(needs.asOf) })}${county.value?.boundaries?.generalised ? html` · ${t('map.generalised')}` : nothing}
      </p>
    </div>`;
  }

  renderMap(view, localityView, plan, month) {
    const visits = this.remember('visits', [plan, month], () => (month ? visitMarks(plan, month) : []));
    return html`<need-map
      .areas=${uats.value}
      .places=${localities.value}
      .view=${view}
      .localityView=${localityView}
      .visits=${visits}
      .selected=${Number(route().place) || undefined}
      .base=${county.value?.base}
      .padding=${this.mapPadding()}
      @place-chosen=${(e) => go({ place: e.detail && String(e.detail) })}
    ></need-map>`;
  }

  /** Room for the panels that float over the map, in pixels: left, top, right, bottom. */
  mapPadding() {
    if (window.innerWidth < STACKED_BELOW) return [8, 8, 8, 8];
    const panelOpen = route().place || window.innerWidth >= 1700;
    return [window.innerWidth < 1180 ? 320 : 356, 24, panelOpen ? 372 : 40, 24];
  }

  renderPlace(needs, view, localityView, plan) {
    const siruta = Number(route().place);
    if (!siruta) return nothing;
    const place = findPlace(siruta);
    if (!place) return nothing;
    const row = place.level === 'uat' ? view.bySiruta.get(siruta) : localityView?.bySiruta.get(siruta);
    const villages =
      place.level !== 'uat'
        ? []
        : (localities.value ?? [])
            .filter((f) => f.properties.uatSiruta === siruta)
            .map((f) => ({
              siruta: Number(f.id),
              name: f.properties.name,
              population: f.properties.population,
              row: localityView?.bySiruta.get(Number(f.id)),
            }));
    return placePanel({ place, row, needs, villages, plan });
  }

  renderNoPlan() {
    if (plans.value === undefined || plans.value.length)
      return html`<div class="year-strip" aria-hidden="true"><div class="bone grow"></div></div>`;
    const target = { workspace: 'plan' };
    return html`<section class="year-strip none">
      <p>${t('strip.none')}</p>
      ${
        isPlanner()
          ? html`<a
              class="btn primary"
              href=${href(changed(route(), target))}
              @click=${(e) => {
                e.preventDefault();
                go(target);
              }}
              >${t('strip.make')}</a
            >`
          : nothing
      }
    </section>`;
  }
}

function findPlace(siruta) {
  const uat = uats.value.find((f) => Number(f.id) === siruta);
  if (uat) return { ...uat.properties, siruta, level: 'uat' };
  const locality = localities.value?.find((f) => Number(f.id) === siruta);
  return locality && { ...locality.properties, siruta, level: 'locality' };
}

/** One mark a locality visited in the month. */
function visitMarks(plan, month) {
  const byPlace = new Map();
  for (const visit of visitsOf(plan).filter((v) => v.date.startsWith(month)))
    byPlace.set(visit.siruta, [...(byPlace.get(visit.siruta) ?? []), visit]);
  return [...byPlace.values()].map((visits) => ({
    latLng: [visits[0].lat, visits[0].lon],
    count: visits.length,
    title: `${visits[0].locality}: ${tn('count.visit', visits.length)} (${visits.map((v) => dayLong(v.date)).join('; ')})`,
  }));
}

customElements.define('harta-workspace', HartaWorkspace);
