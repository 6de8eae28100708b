/** What the server knows, loaded when first needed. */
import { onLanguage } from '../parts/i18n.js';
import { features, getJson } from './api.js';
import { Resource } from './resource.js';
import { route } from './route.js';

export const me = new Resource(() => getJson('/api/v1/me'));
export const county = new Resource(() => getJson('/api/v1/county'));
export const needsByUat = new Resource(() => getJson('/api/v1/needs?level=uat'));
export const needsByLocality = new Resource(() => getJson('/api/v1/needs?level=locality'));
export const uats = new Resource(() => features('uats'));
export const localities = new Resource(() => features('localities'));
export const services = new Resource(() => features('services'));
/** Market days and school terms. */
export const calendar = new Resource(() => getJson('/api/v1/calendar'));
export const plans = new Resource(async () => (await getJson('/api/v1/plans')).plans);
/** When places cannot be visited; the visits that no longer fit are for planners only. */
export const availability = new Resource(() => getJson('/api/v1/availability'));
export const clashes = new Resource(async () => (await getJson('/api/v1/availability/clashes')).clashes);
export const stations = new Resource(async () => (await getJson('/api/v1/stations')).stations);
export const imports = new Resource(async () => (await getJson('/api/v1/statistics/imports')).imports);

const planById = new Map();
export function plan(id) {
  if (!planById.has(id)) planById.set(id, new Resource(() => getJson(`/api/v1/plans/${encodeURIComponent(id)}`)));
  return planById.get(id);
}

// Rules and reasons come from the server in the reader's language.
onLanguage(() => planById.forEach((resource) => resource.value && resource.refresh()));

const routes = new Map();
/** One station's day on the road; asked for again when the plan has changed (`revision`). */
export function dayRoute(planId, station, date, revision = '') {
  const key = [planId, station, date, revision].join('|');
  if (!routes.has(key)) {
    const path = `/api/v1/stations/${encodeURIComponent(station)}/days/${date}/route.json`;
    routes.set(key, new Resource(() => getJson(planId ? `${path}?plan=${encodeURIComponent(planId)}` : path)));
  }
  return routes.get(key);
}

/** The plan the address names, else the newest finished one, else the newest. */
export function currentPlanId() {
  if (route().plan) return route().plan;
  const all = plans.value ?? [];
  const newest = [...all].sort((a, b) => String(b.createdAt).localeCompare(String(a.createdAt)));
  const finished = newest.filter((p) => p.status === 'finished');
  return (finished.find((p) => !p.scenario) ?? finished[0] ?? newest[0])?.id?.toString();
}

/** Redraws its host when the current plan arrives or changes; `value` is undefined while there is none. */
export class CurrentPlan {
  constructor(host) {
    this.host = host;
    plans.usedBy(host);
    host.addController(this);
    this.watched = new Set();
  }

  hostUpdate() {
    const id = currentPlanId();
    if (!id || this.watched.has(id)) return;
    this.watched.add(id);
    plan(id).usedBy(this.host).ensure();
  }

  get resource() {
    const id = currentPlanId();
    return id ? plan(id) : undefined;
  }

  get value() {
    return this.resource?.value;
  }
}

/** New statistics change every figure. */
export function figuresChanged() {
  for (const resource of [county, needsByUat, needsByLocality, imports, recount]) resource.refresh();
}

export const accounts = new Resource(async () => (await getJson('/api/v1/accounts')).accounts);
export const offices = new Resource(async () => (await getJson('/api/v1/sync/offices')).offices);
export const sendingOffices = new Resource(async () => (await getJson('/api/v1/coverage/offices')).offices);
export const recount = new Resource(() => getJson('/api/v1/coverage/recount'));
export const civilStatusOffices = new Resource(() => getJson('/api/v1/civil-status-offices'));
/** All visits of accepted plans and how the partners' answers stand. */
export const board = new Resource(() => getJson('/api/v1/coordination'));
/** What the visits that were held have taught; planners only. */
export const lessons = new Resource(() => getJson('/api/v1/field/lessons'));
/** The teams' reports of the last month. */
export const fieldReports = new Resource(async () => (await getJson('/api/v1/field/reports')).reports);
/** Visits of which two phones reported different things; planners only. */
export const conflicts = new Resource(async () => (await getJson('/api/v1/field/conflicts')).conflicts);
/** The mail to partners and their addresses; planners only. */
export const outbox = new Resource(() => getJson('/api/v1/mail'));
/** What partners are to be told by telephone or on paper; for planners. */
export const notices = new Resource(() => getJson('/api/v1/partner-notices'));
export const partnerTexts = new Resource(() => getJson('/api/v1/partner-texts'));
export const addresses = new Resource(async () => (await getJson('/api/v1/partners')).addresses);
export const alarms = new Resource(async () => (await getJson('/api/v1/sync/alarms')).alarms);
/** Events that wait for a planner: the oldest, and how many there are in all. */
export const quarantine = new Resource(() => getJson('/api/v1/sync/quarantine'));
export const aliases = new Resource(async () => (await getJson('/api/v1/sync/aliases')).aliases);
export const officeKeys = new Resource(async () => (await getJson('/api/v1/sync/keys')).keys);
export const isAdministrator = () => Boolean(me.value?.roles?.includes('ADMIN'));
/** Who may take the action graphic along; a field team has its own day's sheet. */
export const mayTakeGraphic = () => ['PLANNER', 'VIEWER', 'ADMIN'].some((role) => me.value?.roles?.includes(role));
export const isFieldTeam = () => Boolean(me.value?.roles?.includes('FIELD'));
export const isPlanner = () => Boolean(me.value?.roles?.includes('PLANNER'));
/** Needs reported on the spot, and who may report by a link; planners only. */
export const needReports = new Resource(async () => (await getJson('/api/v1/needs/reports')).reports);
export const needReporters = new Resource(async () => (await getJson('/api/v1/needs/reporters')).reporters);
/** The working group's months and decisions. */
export const monthReports = new Resource(async () => (await getJson('/api/v1/reports')).months);
export const decisions = new Resource(async () => (await getJson('/api/v1/decisions')).decisions);
export const complaints = new Resource(async () => (await getJson('/api/v1/complaints')).complaints);
