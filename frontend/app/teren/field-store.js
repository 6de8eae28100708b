/** The team's own data on this phone: the outbox, the drafts, and the days that open without a network. */
import { getJson, onConnection, send } from '../api.js';
import { Resource } from '../resource.js';
import { county, dayRoute, me, uats } from '../store.js';
import { orKept } from './or-kept.js';
import { Outbox } from './outbox.js';
import { agreedOf } from './report.js';
import { drafts as draftStore, holdOn, keepsNothing, kept, reports } from './phone.js';
import { numbered, whenOthersChange } from './windows.js';

const AGAIN_MILLIS = 30_000;
const DAYS_TAKEN_ALONG = 3;

export const outbox = new Outbox({
  store: reports,
  post: (item, sentAt) => send('POST', '/api/v1/field/reports', { ...item.body, sentAt }, { 'Idempotency-Key': item.id }),
  account: async () => (await getJson('/api/v1/me')).name,
});

/** Only a team's phone keeps the days: a planner's figures are raw and stay off shared machines. */
const keepsDays = () => Boolean(me.value?.roles?.includes('FIELD'));

const fromServer = (resource, key, load) => orKept({ resource, key, load, kept, keeps: keepsDays() });

const weeks = new Map();
/** A station's agreed visits, a month back and four weeks ahead. */
export function week(station) {
  if (!weeks.has(station)) {
    const resource = new Resource(() =>
      fromServer(resource, `days|${me.value?.name}|${station}`, () =>
        getJson(`/api/v1/field/days?station=${encodeURIComponent(station)}`),
      ),
    );
    weeks.set(station, resource);
  }
  return weeks.get(station);
}

const roads = new Map();
/** A station's day on the road, by the plan in force. */
export function road(planId, station, date, revision) {
  const key = [planId, station, date, revision].join('|');
  if (!roads.has(key)) {
    const source = dayRoute(planId, station, date, revision);
    const resource = new Resource(() =>
      fromServer(resource, `road|${me.value?.name}|${station}|${date}`, async () => {
        await source.refresh();
        if (source.problem) throw source.problem;
        return source.value;
      }),
    );
    roads.set(key, resource);
  }
  return roads.get(key);
}

const partners = new Map();
/** Which room was promised, and whom to call. */
export function agreed(visit) {
  if (!partners.has(visit)) {
    const resource = new Resource(() =>
      fromServer(resource, `visit|${me.value?.name}|${visit}`, async () =>
        agreedOf(await getJson(`/api/v1/visits/${encodeURIComponent(visit)}`)),
      ),
    );
    partners.set(visit, resource);
  }
  return partners.get(visit);
}

/** Brings the next days onto the phone while there is a network; `today` by the server's clock. */
export async function takeAlong(station) {
  const { value, keptAt } = week(station);
  if (!value || keptAt || !keepsDays()) return 0;
  const next = value.days.filter((day) => day.date >= value.today).slice(0, DAYS_TAKEN_ALONG);
  for (const day of next) {
    await road(undefined, station, day.date, '').refresh();
    for (const visit of day.visits) await agreed(visit.id).refresh();
  }
  return next.length;
}

/** Who is signed in, the county and its ground: kept for the team, and taken from the phone where the server cannot be reached. */
export async function openWithoutNetwork() {
  await restored(me, 'who');
  await restored(county, 'county');
  await restored(uats, 'ground');
}

/** Whoever signs in on a phone that still keeps somebody else's days takes their place. */
async function forgetOthers() {
  const last = await kept.read('who');
  if (last && me.value && last.value.name !== me.value.name) await kept.forget();
}

async function restored(resource, key) {
  if (!resource.value) await resource.refresh();
  if (resource === me) await forgetOthers();
  if (resource.value && keepsDays()) await kept.write(key, resource.value);
  const last = resource.problem?.unreachable ? await kept.read(key) : undefined;
  if (last) {
    resource.problem = undefined;
    resource.put(last.value);
  }
}

export const drafts = {
  items: new Map(),
  async load() {
    this.items = new Map((await draftStore.all()).map((draft) => [draft.key, draft]));
  },
  find: (account, visit) => drafts.items.get(`${account}|${visit}`),
  /** @return whether it was kept; else another window was faster, and its figures are shown from now on */
  async save(draft) {
    const known = this.items.get(draft.key);
    const next = numbered(draft, known);
    this.items.set(draft.key, next);
    const kept = await draftStore.replace(next, known);
    if (!kept) await lookAgain();
    return kept;
  },
  async drop(draft) {
    this.items.delete(draft.key);
    await draftStore.remove(draft.key);
  },
};

/** Another window may have sent, signed or begun something meanwhile. */
async function lookAgain() {
  await drafts.load();
  if (!outbox.sending) await outbox.load();
}

/** Where nothing outlives the page, whoever leaves it is asked first. */
function holdThePage(event) {
  if (drafts.items.size || outbox.waiting().length) event.preventDefault();
}

let started;
/** Opens the phone's store once, and sends what waits whenever there may be a network. */
export function startField() {
  started ??= (async () => {
    await draftStore.goOn();
    await Promise.all([outbox.load(), drafts.load()]);
    if (await keepsNothing()) window.addEventListener('beforeunload', holdThePage);
    holdOn();
    whenOthersChange(lookAgain);
    const sync = () => outbox.sync();
    const back = async () => {
      if (document.visibilityState !== 'visible') return;
      await lookAgain();
      sync();
    };
    window.addEventListener('online', sync);
    onConnection('online', () => outbox.trouble === 'offline' && sync());
    document.addEventListener('visibilitychange', back);
    setInterval(() => outbox.waiting().length && sync(), AGAIN_MILLIS);
    sync();
  })();
  return started;
}

export { keepsNothing };

/** Registers the worker that keeps the pages' own files. @return whether this phone can open the screen without a network */
export async function keepShell() {
  if (!navigator.serviceWorker) return false;
  try {
    await navigator.serviceWorker.register('/sw.js');
    await navigator.serviceWorker.ready;
    return true;
  } catch {
    return Boolean(navigator.serviceWorker.controller);
  }
}
