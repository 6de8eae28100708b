import { html, nothing } from 'lit';
import { capital, dayFull, duration, kilometres } from '../../parts/format.js';
import { t, tn } from '../../parts/i18n.js';
import { icon } from '../../parts/icons.js';
import { Part } from '../../parts/part.js';
import { empty, loading, refused } from '../../parts/state-message.js';
import { timetable } from '../../parts/timetable.js';
import '../../parts/route-map.js';
import { routeDownloads } from '../plan/downloads.js';
import { neighbourDate, workingDates } from '../plan-facts.js';
import { RouteController, go, href, route } from '../route.js';
import { CurrentPlan, county, dayRoute, plans, uats } from '../store.js';

/** A team's day, made for one hand: where next, when, how far. The same page on a desk shows the map beside. */
class TerenWorkspace extends Part {
  static properties = { chosenStop: { state: true } };

  constructor() {
    super();
    new RouteController(this);
    for (const resource of [county, uats]) resource.usedBy(this);
    this.current = new CurrentPlan(this);
  }

  get station() {
    return route().station ?? county.value?.stations?.[0]?.id ?? 'station-1';
  }

  /** Today if the station goes out today, else the next day it does, else the last one. */
  date(dates) {
    if (route().date) return route().date;
    const today = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Bucharest' }).format(new Date());
    return dates.find((d) => d >= today) ?? dates.at(-1);
  }

  render() {
    if (plans.problem && !plans.value) return refused(plans.problem, () => plans.refresh());
    const resource = this.current.resource;
    if (!plans.value || (resource && !resource.value && !resource.problem)) return loading();
    if (!resource) return this.renderNone();
    if (!resource.value) return refused(resource.problem, () => resource.refresh());
    return this.renderDay(resource.value);
  }

  renderNone() {
    return empty({
      name: 'van',
      title: t('teren.noneTitle'),
      text: t('teren.noneText'),
      action: html`<a class="btn primary" href=${href({ workspace: 'plan' })}>${t('teren.toPlan')}</a>`,
    });
  }

  renderDay(plan) {
    const dates = workingDates(plan, this.station);
    const date = this.date(dates);
    if (!date) return this.renderNone();
    const day = plan.days.find((d) => d.date === date && d.station === this.station);
    const resource = dayRoute(plan.id, this.station, date, day ? `${day.metres}/${day.visits.length}` : '');
    if (this.watched !== resource) {
      this.watched = resource;
      resource.usedBy(this).ensure();
    }
    return html`<div class="teren-grid">
      ${this.renderHead(plan, dates, date, resource.value)}
      ${resource.problem ? html`<div class="teren-list card">${refused(resource.problem, () => resource.refresh())}</div>` : this.renderRoute(plan, date, resource.value)}
    </div>`;
  }

  renderHead(plan, dates, date, known) {
    const step = (n, name, label) => {
      const to = neighbourDate(dates, date, n);
      return html`<button
        class="btn icon quiet on-brand"
        aria-label=${label}
        title=${label}
        ?disabled=${!to}
        @click=${() => go({ date: to })}
      >
        ${icon(name, 22)}
      </button>`;
    };
    const stations = county.value?.stations ?? [];
    return html`<div class="teren-head">
      ${step(-1, 'left', t('teren.previous'))}
      <div class="grow">
        <h2>${capital(dayFull(date))}</h2>
        <p class="small">
          ${stations.find((s) => s.id === this.station)?.name ?? this.station}${known ? html` · ${tn('count.stop', known.stops.length)} · ${kilometres(known.metres)} · ${t('day.driving', { time: duration(known.drivingSeconds) })}` : nothing}
        </p>
      </div>
      ${stations.length > 1 ? this.renderStations(stations) : nothing}${step(1, 'right', t('teren.next'))}
    </div>`;
  }

  renderStations(stations) {
    return html`<label class="visually-hidden" for="teren-station">${t('day.station')}</label
      ><select id="teren-station" class="input" @change=${(e) => go({ station: e.target.value })}>
        ${stations.map((s) => html`<option value=${s.id} ?selected=${s.id === this.station}>${s.name}</option>`)}
      </select>`;
  }

  renderRoute(plan, date, known) {
    return html`<route-map class="card" .areas=${uats.value} .route=${known} .chosen=${this.chosenStop}></route-map>
      <section class="teren-list card" aria-label=${t('teren.timetable')}>
        ${
          known
            ? timetable(known, (i) => {
                this.chosenStop = i;
              })
            : loading()
        }
        <div class="teren-foot">
          ${county.value?.roads?.schematic ? html`<p class="tiny dim">${t('teren.schematic')}</p>` : nothing}
          <p class="tiny dim">${t('teren.fromPlan', { plan: plan.name })}</p>
          ${routeDownloads(plan.id, this.station, date)}
        </div>
      </section>`;
  }
}

customElements.define('teren-workspace', TerenWorkspace);
