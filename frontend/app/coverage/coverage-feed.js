import { getJson } from '../api.js';

const FIRST_WAIT_MILLIS = 1_000;
const LONGEST_WAIT_MILLIS = 30_000;
const LONGEST_SHORT_BREAK_MILLIS = 1_500;

/**
 * Coverage as a screen wants it: today's as it moves, or one past day. `state` is `connecting`, `live`, `away` (what was last known
 * stays), `past` or `refused`.
 *
 * The browser takes a broken stream up again by itself and says where it stopped (Last-Event-ID). What it gives up, this takes up
 * anew, waiting longer each time.
 */
export class CoverageFeed {
  #key;
  #wait = FIRST_WAIT_MILLIS;

  /** @param wanted () => {level, category, age, sex, at, known} or undefined while nobody looks; asked before every drawing of the host */
  constructor(host, wanted) {
    this.host = host;
    this.wanted = wanted;
    this.forgetAll('connecting');
    host.addController(this);
  }

  hostConnected() {
    this.connected = true;
    this.follow();
  }

  hostUpdate() {
    this.follow();
  }

  hostDisconnected() {
    this.connected = false;
    this.#key = undefined;
    this.close();
  }

  follow() {
    const question = this.connected ? this.wanted() : undefined;
    const key = question && addressOf(question);
    if (key === this.#key) return;
    this.#key = key;
    this.close();
    this.forgetAll('connecting');
    if (!question) return;
    if (question.at) this.readDay(key);
    else this.open(key);
  }

  forgetAll(state) {
    this.state = state;
    this.rows = undefined;
    this.view = undefined;
    this.problem = undefined;
    this.fresh = new Set();
  }

  async readDay(key) {
    try {
      const view = await getJson(`/api/v1/coverage?${key}`);
      if (key === this.#key) this.take(view, true, 'past');
    } catch (problem) {
      if (key !== this.#key) return;
      this.problem = problem;
      this.become('refused');
    }
  }

  open(key) {
    const stream = new EventSource(`/api/v1/coverage/stream?${key}`);
    this.stream = stream;
    stream.addEventListener('open', () => this.connectedAgain());
    stream.addEventListener('error', () => this.lost(stream, key));
    stream.addEventListener('snapshot', (event) => this.take(JSON.parse(event.data), true, 'live'));
    stream.addEventListener('changed', (event) => this.take(JSON.parse(event.data), false, 'live'));
  }

  connectedAgain() {
    this.#wait = FIRST_WAIT_MILLIS;
    clearTimeout(this.saying);
    this.become('live');
  }

  /** A proxy that ends a stream is no news: only a longer break is told. */
  lost(stream, key) {
    clearTimeout(this.saying);
    this.saying = setTimeout(() => this.become('away'), LONGEST_SHORT_BREAK_MILLIS);
    if (stream.readyState !== EventSource.CLOSED) return;
    this.retry = setTimeout(() => this.tryAgain(stream, key), this.#wait);
    this.#wait = Math.min(LONGEST_WAIT_MILLIS, this.#wait * 2);
  }

  /** Asks first in a way that shows whether one is still signed in: a stream only fails. */
  async tryAgain(stream, key) {
    try {
      await getJson('/api/v1/me');
    } catch {
      // told by the frame: signed out or unreachable
    }
    // somebody may have gone and come back meanwhile: then there is a stream already
    if (stream === this.stream) this.open(key);
  }

  close() {
    clearTimeout(this.saying);
    clearTimeout(this.retry);
    this.stream?.close();
    this.stream = undefined;
  }

  become(state) {
    if (this.state === state) return;
    this.state = state;
    this.host.requestUpdate();
  }

  /** A new map each time, so that who compares by identity sees a change. */
  take(view, whole, state) {
    this.state = state;
    clearTimeout(this.saying);
    const known = whole ? [] : [...(this.rows ?? [])];
    this.rows = new Map([...known, ...view.rows.map((row) => [row.siruta, row])]);
    this.view = view;
    this.fresh = whole ? new Set() : new Set(view.rows.map((row) => row.siruta));
    this.host.coverageMoved?.(this);
    this.host.requestUpdate();
  }
}

function addressOf({ level, category, age, sex, at, known }) {
  const query = new URLSearchParams({ level });
  if (category) query.set('category', category);
  if (age) query.set('ageBand', age);
  if (sex) query.set('sex', sex);
  if (at) query.set('at', at);
  if (at && known) query.set('known', known);
  return query.toString();
}
