/** The state a link can carry: `?w=plan&plan=3&date=2027-03-18`. Everything else is forgotten on reload. */
export const WORKSPACES = ['harta', 'plan', 'coordonare', 'teren', 'registru', 'date'];
const KEYS = 'show at known state place category age sex measure table plan view month date station visit'.split(' ');
const listeners = new Set();

export function parse(search) {
  const query = new URLSearchParams(search);
  const asked = query.get('w');
  const route = { workspace: WORKSPACES.includes(asked) ? asked : 'harta' };
  for (const key of KEYS) if (query.get(key)) route[key] = query.get(key);
  return route;
}

export function href(route) {
  const query = new URLSearchParams();
  if (route.workspace && route.workspace !== 'harta') query.set('w', route.workspace);
  for (const key of KEYS) if (route[key] !== undefined && route[key] !== null && route[key] !== '') query.set(key, route[key]);
  const text = query.toString();
  return text ? `/?${text}` : '/';
}

let current = parse(globalThis.location?.search ?? '');
export const route = () => current;

/** What a change leads to: moving to another workspace keeps the plan, the day and the station, and drops the rest. */
export function changed(from, patch) {
  const moved = patch.workspace && patch.workspace !== from.workspace;
  const kept = moved ? { plan: from.plan, date: from.date, station: from.station } : from;
  return { ...kept, ...patch };
}

export function go(patch, { replace = false } = {}) {
  const next = changed(current, patch);
  const address = href(next);
  if (address === href(current)) return;
  history[replace ? 'replaceState' : 'pushState'](null, '', address);
  set(next);
}

function set(next) {
  current = next;
  for (const listener of listeners) listener(current);
}

globalThis.addEventListener?.('popstate', () => set(parse(location.search)));

/** Redraws its host whenever the address changes. */
export class RouteController {
  constructor(host) {
    this.host = host;
    host.addController(this);
  }

  hostConnected() {
    this.listen = () => this.host.requestUpdate();
    listeners.add(this.listen);
  }

  hostDisconnected() {
    listeners.delete(this.listen);
  }
}
