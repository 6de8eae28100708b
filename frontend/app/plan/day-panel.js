import { html, nothing } from 'lit';
import { capital, dayFull, duration, kilometres, monthYear } from '../../parts/format.js';
import { t, tn } from '../../parts/i18n.js';
import { icon } from '../../parts/icons.js';
import { Part } from '../../parts/part.js';
import { refused } from '../../parts/state-message.js';
import { timetable } from '../../parts/timetable.js';
import { changed, go, href, route } from '../route.js';
import { calendar, dayRoute, isPlanner, stations, uats } from '../store.js';
import { isMarketDay } from './calendar-facts.js';
import { stationName } from './station-name.js';
import { routeDownloads } from './downloads.js';
import '../../parts/route-map.js';
import '../../parts/visit-map.js';
import { visitsOf } from '../plan-facts.js';
import './plan-visit.js';

/** The chosen day beside the calendar: the way on the map, the hours, the papers to take along. */
class DayPanel extends Part {
  static properties = {
    plan: { attribute: false },
    date: { attribute: false },
    station: { attribute: false },
    visit: { attribute: false },
    month: { attribute: false },
    chosenStop: { state: true },
  };

  constructor() {
    super();
    uats.usedBy(this);
    stations.usedBy(this).ensure();
    calendar.usedBy(this);
  }

  willUpdate(changes) {
    if (changes.has('date')) calendar.retry();
  }

  get day() {
    const days = this.plan.days?.filter((d) => d.date === this.date) ?? [];
    return days.find((d) => d.station === this.station) ?? days[0];
  }

  render() {
    if (this.visit && isPlanner()) return this.renderVisit(this.visit);
    if (!this.date) return this.renderPeriod();
    const day = this.day;
    return html`<section class="card day-panel" aria-label=${dayFull(this.date)}>
      <div class="row">
        <h2>${capital(dayFull(this.date))}</h2>
        ${day ? html`<span class="dim small">${kilometres(day.metres)} · ${t('day.driving', { time: duration(day.drivingSeconds) })}</span>` : nothing}
      </div>
      ${
        day
          ? this.renderDay(day)
          : html`<div class="empty small-empty">
              ${icon('calendar', 36)}
              <p>${t('day.free')}</p>
            </div>`
      }
    </section>`;
  }

  renderVisit(visit) {
    return html`<div class="card day-panel">
      <plan-visit .plan=${this.plan} .visit=${visit}></plan-visit>
    </div>`;
  }

  /** No day chosen: where the station goes in the whole period on the screen; while the search runs one sees it settle. */
  renderPeriod() {
    const visits = visitsOf(this.plan).filter((v) => !this.month || v.date.startsWith(this.month));
    const title = this.month ? monthYear(this.month) : this.plan.name;
    return html`<section class="card day-panel" aria-label=${title}>
      <div class="row">
        <h2>${title}</h2>
        <span class="dim small">${tn('count.visit', visits.length)}</span>
      </div>
      <visit-map .areas=${uats.value} .visits=${visits}></visit-map>
      <p class="small dim day-hint">${t('visits.circle')} ${t('day.choose')}</p>
    </section>`;
  }

  renderDay(day) {
    // The number of visits and metres stand for the solution: when the solver finds a better one the way is asked for again.
    const resource = dayRoute(this.plan.id, day.station, day.date, `${day.metres}/${day.visits.length}`);
    if (this.watched !== resource) {
      this.watched = resource;
      resource.usedBy(this).ensure();
    }
    const known = resource.value;
    if (resource.problem) return refused(resource.problem, () => resource.refresh());
    const target = { workspace: 'teren', date: day.date, station: day.station };
    return html`${this.renderStations(day)}${this.renderMarkets(day)}<route-map .areas=${uats.value} .route=${known} .chosen=${this.chosenStop}></route-map>
      ${
        known
          ? timetable(
              known,
              (i) => {
                this.chosenStop = i;
              },
              isPlanner() ? (visit) => go({ visit }) : undefined,
            )
          : html`<div class="timetable">${day.visits.map(() => html`<div class="bone timetable-bone"></div>`)}</div>`
      }
      <div class="row center day-foot">
        <a
          class="btn"
          href=${href(changed(route(), target))}
          @click=${(e) => {
            e.preventDefault();
            go(target);
          }}
          >${icon('van', 18)} ${t('day.openField')}</a
        >
        ${routeDownloads(this.plan.id, day.station, day.date)}
      </div>`;
  }

  /** Where the day's people are at the market anyway. */
  renderMarkets(day) {
    const here = day.visits.filter((visit) => isMarketDay(calendar.value, visit.uatSiruta, day.date));
    const names = [...new Set(here.map((visit) => visit.uat))];
    return names.length ? html`<p class="small market-day">${t('day.market', { uats: names.join(', ') })}</p>` : nothing;
  }

  renderStations(day) {
    const going = this.plan.days.filter((d) => d.date === this.date).map((d) => d.station);
    if (going.length < 2) return nothing;
    return html`<div class="segments" role="group" aria-label=${t('day.station')}>
        ${going.map((s) => html`<button aria-pressed=${s === day.station} @click=${() => go({ station: s })}>${stationName(s)}</button>`)}
      </div>
      <p class="small dim">${tn('count.visit', day.visits.length)}</p>`;
  }
}

customElements.define('day-panel', DayPanel);
