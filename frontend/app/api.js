/** The only place that talks to the server. */
import { language } from '../parts/i18n.js';
import { uuid } from './teren/report.js';

/** What the server refused, as RFC 9457 says it; `status` 0 means it could not be reached. */
export class ApiProblem extends Error {
  constructor({ status, title, detail, type, ...more }) {
    super(detail ?? title ?? String(status));
    Object.assign(this, { status, title, detail, type, more });
  }

  get unreachable() {
    return this.status === 0;
  }
}

const connection = new EventTarget();
/** @return a function that stops listening */
export function onConnection(name, listener) {
  connection.addEventListener(name, listener);
  return () => connection.removeEventListener(name, listener);
}

function csrfToken() {
  return document.cookie
    .split('; ')
    .find((c) => c.startsWith('XSRF-TOKEN='))
    ?.slice('XSRF-TOKEN='.length);
}

async function request(path, { method = 'GET', body, headers = {} } = {}) {
  const all = {
    Accept: 'application/json, application/problem+json',
    'Accept-Language': language(),
    'X-Requested-With': 'XMLHttpRequest',
    ...headers,
  };
  if (method !== 'GET' && csrfToken()) all['X-XSRF-TOKEN'] = decodeURIComponent(csrfToken());
  let response;
  try {
    response = await fetch(path, { method, body, headers: all, credentials: 'same-origin' });
  } catch {
    connection.dispatchEvent(new Event('offline'));
    throw new ApiProblem({ status: 0 });
  }
  connection.dispatchEvent(new Event('online'));
  if (response.ok) {
    connection.dispatchEvent(new Event('answered'));
    return response;
  }
  const problem = await problemOf(response);
  if (problem.status === 401) connection.dispatchEvent(new Event('signed-out'));
  throw problem;
}

async function problemOf(response) {
  const body = await response.json().catch(() => ({}));
  return new ApiProblem({ ...body, status: response.status });
}

export async function getJson(path) {
  return (await request(path)).json();
}

const underWay = new Map();

/** A second press of a button while its first request is under way is the same wish: it gets the first one's answer, nothing is done twice. */
export function send(method, path, value, headers = {}) {
  const body = value === undefined ? undefined : JSON.stringify(value);
  const wish = JSON.stringify([method, path, body, headers]);
  if (!underWay.has(wish)) {
    underWay.set(
      wish,
      sendOnce(method, path, body, headers).finally(() => underWay.delete(wish)),
    );
  }
  return underWay.get(wish);
}

async function sendOnce(method, path, body, headers) {
  const type = body === undefined ? {} : { 'Content-Type': 'application/json' };
  const response = await request(path, { method, body, headers: { ...type, ...headers } });
  const text = await response.text();
  return text ? JSON.parse(text) : undefined;
}

const unanswered = new Map();

/** Makes something new. Where the answer was lost, the same wish again carries the same key, and the server makes it once. */
export async function create(path, value) {
  const wish = JSON.stringify([path, value]);
  const key = unanswered.get(wish) ?? uuid();
  unanswered.set(wish, key);
  try {
    const made = await send('POST', path, value, { 'Idempotency-Key': key });
    unanswered.delete(wish);
    return made;
  } catch (problem) {
    if (problem.status >= 400 && problem.status < 500) unanswered.delete(wish);
    throw problem;
  }
}

export async function sendForm(path, form) {
  return (await request(path, { method: 'POST', body: form })).json();
}

/** A file as it is. @param type its media type */
export async function sendFile(path, file, type) {
  return (await request(path, { method: 'POST', body: file, headers: { 'Content-Type': type } })).json();
}

/** All pages of an OGC API collection as one array of features. */
export async function features(collection) {
  const found = [];
  let next = `/ogc/collections/${collection}/items?limit=1000`;
  while (next) {
    const page = await getJson(next);
    found.push(...page.features);
    const link = page.links?.find((l) => l.rel === 'next');
    const address = link && new URL(link.href, location.origin);
    // Behind a proxy the server may not know its own name: only the path of its link counts.
    next = address && address.pathname + address.search;
  }
  return found;
}

/** A form post, as a browser without scripts would do it; the session cookie comes back. */
export async function signIn(username, password) {
  await request('/login', { method: 'POST', body: new URLSearchParams({ username, password }) });
}

export async function signOut() {
  await request('/logout', { method: 'POST' });
}
