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
import { onConnection } from '../api.js';
import { RouteController, go, href, route } from '../route.js';
import { CurrentPlan, county, isPlanner, me, plans, uats } from '../store.js';
import { keepShell, keepsNothing, openWithoutNetwork, outbox, road, startField, takeAlong, week } from './field-store.js';
import { ago } from './when.js';
import './field-conflicts.js';
import './field-outbox.js';
import './field-visits.js';
import './reports-to-check.js';
import './sheet-reader.js';

/**
 * A team's day, made for one hand: where next, when, how far, and the report of each visit, with or without a network. The same page on
 * a desk shows the map beside, and a planner what two phones reported differently.
 */
class TerenWorkspace extends Part {
  static properties = {
    chosenStop: { state: true },
    ready: { state: true },
    shell: { state: true },
    along: { state: true },
  };

  constructor() {
    super();
    new RouteController(this);
    for (const resource of [me, county, uats]) resource.usedBy(this);
    this.current = new CurrentPlan(this);
  }

  connectedCallback() {
    super.connectedCallback();
    this.forget = outbox.onChange(() => this.requestUpdate());
    this.back = onConnection('online', () => this.backInTheNetwork());
    this.open();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.forget();
    this.back();
  }

  /** First who it is, from the server or from this phone; everything kept is kept under that name. */
  async open() {
    const [, store] = await Promise.allSettled([openWithoutNetwork(), startField()]);
    this.keepsNothing = store.status === 'rejected' || (await keepsNothing());
    this.ready = true;
    if (!this.mayReport) return;
    await week(this.station).refresh();
    this.shell = await keepShell();
    this.along = await takeAlong(this.station);
  }

  /** What came from the phone is asked for again. */
  backInTheNetwork() {
    const days = week(this.station);
    if (days.keptAt && !days.loading) days.refresh().then(async () => (this.along = await takeAlong(this.station)));
  }

  get mayReport() {
    return ['FIELD', 'PLANNER'].some((role) => me.value?.roles?.includes(role));
  }

  get station() {
    return route().station ?? (me.value?.station || county.value?.stations?.[0]?.id) ?? 'station-1';
  }

  /** Today if the station goes out today, else the next day it does, else the last one. */
  date(dates) {
    if (route().date) return route().date;
    const today = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Bucharest' }).format(new Date());
    return dates.find((d) => d >= today) ?? dates.at(-1);
  }

  watch(name, resource) {
    this.watched ??= {};
    if (this.watched[name] === resource) return resource;
    this.watched[name] = resource;
    resource.usedBy(this).ensure();
    return resource;
  }

  render() {
    if (!this.ready) return loading();
    const days = this.mayReport ? this.watch('week', week(this.station)) : undefined;
    const plan = this.current.value;
    const problem = plans.problem ?? this.current.resource?.problem;
    const settled = plan || problem || (plans.value && !this.current.resource);
    if (!settled || (days && !days.value && !days.problem)) return loading();
    const dates = this.dates(plan, days?.value);
    if (!plan && !dates.length && problem) return refused(problem, () => plans.refresh());
    const date = this.date(dates);
    return date ? this.renderDay(plan, dates, date, days) : this.renderNone();
  }

  /** Where the plan leads, and where visits were agreed besides. */
  dates(plan, days) {
    const agreed = (days?.days ?? []).map((day) => day.date);
    return [...new Set([...(plan ? workingDates(plan, this.station) : []), ...agreed])].sort();
  }

  renderNone() {
    return empty({
      name: 'van',
      title: t('teren.noneTitle'),
      text: t('teren.noneText'),
      action: html`<a class="btn primary" href=${href({ workspace: 'plan' })}>${t('teren.toPlan')}</a>`,
    });
  }

  renderDay(plan, dates, date, days) {
    const day = plan?.days.find((d) => d.date === date && d.station === this.station);
    const known = this.watch('road', road(plan?.id, this.station, date, day ? `${day.metres}/${day.visits.length}` : ''));
    const visits = days?.value?.days.find((each) => each.date === date)?.visits ?? [];
    return html`<div class="teren-grid ${visits.length ? 'reporting' : ''}">
      ${this.renderHead(dates, date, known.value)} ${this.renderList(plan, date, known, visits, days)}
      ${known.value ? html`<route-map class="card" .areas=${uats.value} .route=${known.value} .chosen=${this.chosenStop}></route-map>` : nothing}
    </div>`;
  }

  renderHead(dates, date, known) {
    const step = (n, name, label) => {
      const to = neighbourDate(dates, date, n);
      return html`<button
        class="btn icon quiet on-brand"
        aria-label=${label}
        title=${label}
        ?disabled=${!to}
        @click=${() => go({ date: to, visit: undefined })}
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
        ${this.renderUnsent()}
      </div>
      ${stations.length > 1 ? this.renderStations(stations) : nothing}${step(1, 'right', t('teren.next'))}
    </div>`;
  }

  /** What a driver sees first: whether anything has not left yet. */
  renderUnsent() {
    const waiting = outbox.waiting(me.value?.name);
    if (!waiting.length) return nothing;
    const what = tn('field.unsent', waiting.length, { age: ago(waiting[0].createdAt) });
    return html`<p class="small strong unsent" role="status">
      ${outbox.trouble === 'offline' ? html`${icon('offline', 16)} ${t('offline.title')} · ` : nothing}${what}
    </p>`;
  }

  renderStations(stations) {
    return html`<label class="visually-hidden" for="teren-station">${t('day.station')}</label
      ><select id="teren-station" class="input" @change=${(e) => go({ station: e.target.value })}>
        ${stations.map((s) => html`<option value=${s.id} ?selected=${s.id === this.station}>${s.name}</option>`)}
      </select>`;
  }

  renderList(plan, date, known, visits, days) {
    return html`<section class="teren-list card" aria-label=${t('teren.timetable')}>
      ${days && this.keepsNothing ? html`<p class="notice error small" role="alert">${t('field.noStore')}</p>` : nothing}
      ${isPlanner() ? html`<field-conflicts></field-conflicts><reports-to-check></reports-to-check>` : nothing}
      ${visits.length ? this.renderVisits(date, visits, known.value, days) : this.renderTimetable(known)}
      ${this.mayReport ? html`<sheet-reader></sheet-reader>` : nothing}
      <field-outbox .account=${me.value?.name}></field-outbox>
      <div class="teren-foot">
        ${this.renderKept(days)}
        ${county.value?.roads?.schematic ? html`<p class="tiny dim">${t('teren.schematic')}</p>` : nothing}
        ${plan ? html`<p class="tiny dim">${t('teren.fromPlan', { plan: plan.name })}</p>` : nothing}
        ${plan ? routeDownloads(plan.id, this.station, date, { counts: visits.length > 0 }) : nothing}
      </div>
    </section>`;
  }

  renderVisits(date, visits, known, days) {
    return html`<field-visits
      .date=${date}
      .visits=${visits}
      .road=${known}
      .account=${me.value?.name}
      .today=${days.value.today}
      .fleeting=${this.keepsNothing}
      @point-at=${(e) => {
        this.chosenStop = e.detail;
      }}
      @field-changed=${() => this.requestUpdate()}
    ></field-visits>`;
  }

  renderTimetable(known) {
    if (!known.value && known.problem) return refused(known.problem, () => known.refresh());
    if (!known.value) return loading();
    return timetable(known.value, (i) => {
      this.chosenStop = i;
    });
  }

  /** From when this is, and whether it opens without a network. */
  renderKept(days) {
    if (!days) return nothing;
    if (this.keepsNothing) return nothing;
    if (days.keptAt) return html`<p class="notice warn small">${t('field.keptFrom', { age: ago(days.keptAt) })}</p>`;
    if (this.along) return html`<p class="small dim">${tn('field.takenAlong', this.along)}</p>`;
    return this.shell === false ? html`<p class="notice warn small">${t('field.notSecure')}</p>` : nothing;
  }
}

customElements.define('teren-workspace', TerenWorkspace);
