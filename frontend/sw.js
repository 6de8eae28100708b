/*
 * Keeps the pages' own files on a phone, so that the team's screen opens where there is no network. The server writes VERSION and
 * FILES above this. Figures never pass through here: whatever the API answers goes by untouched.
 */
const NAME = `shell-${VERSION}`;
const KEPT = new Set(FILES);
const AT_ONCE = 8;
const PATIENCE_MILLIS = 4_000;
/** After one failure the next files are taken from the phone at once, instead of waiting for each. */
const QUIET_MILLIS = 10_000;
let quietUntil = 0;

self.addEventListener('install', (event) => event.waitUntil(keepAll().then(() => self.skipWaiting())));
self.addEventListener('activate', (event) => event.waitUntil(dropOlder().then(() => self.clients.claim())));
self.addEventListener('fetch', (event) => {
  const path = kept(event.request);
  if (path) event.respondWith(answer(event.request, path));
});

async function keepAll() {
  const cache = await caches.open(NAME);
  for (let i = 0; i < FILES.length; i += AT_ONCE)
    await cache.addAll(FILES.slice(i, i + AT_ONCE).map((file) => new Request(file, { cache: 'no-cache' })));
}

async function dropOlder() {
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name.startsWith('shell-') && name !== NAME).map((name) => caches.delete(name)));
}

/** The path under which a request is kept, if it is. */
function kept(request) {
  const address = new URL(request.url);
  if (request.method !== 'GET' || address.origin !== location.origin) return undefined;
  return KEPT.has(address.pathname) ? address.pathname : undefined;
}

/** The server's own file where it answers, else the phone's: whoever has a network always sees the newest. */
async function answer(request, path) {
  const own = await (await caches.open(NAME)).match(path);
  if (!own) return fetch(request);
  if (Date.now() < quietUntil) return own;
  try {
    const fresh = await Promise.race([fetch(request), tooLate()]);
    return fresh.ok || fresh.type === 'opaqueredirect' || fresh.status === 304 ? fresh : own;
  } catch {
    quietUntil = Date.now() + QUIET_MILLIS;
    return own;
  }
}

function tooLate() {
  return new Promise((resolve, reject) => {
    setTimeout(() => reject(new Error('no answer')), PATIENCE_MILLIS);
  });
}
