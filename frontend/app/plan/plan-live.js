/** Follows a running plan: each better solution arrives as an event; the calendar is fetched anew at most every few seconds. */
import { plan, plans } from '../store.js';

const REFRESH_MILLIS = 2500;
const RETRY_MILLIS = 3000;
const TICK_MILLIS = 1000;

export class PlanLive {
  constructor(host) {
    this.host = host;
    this.history = new Map();
    host.addController(this);
  }

  hostDisconnected() {
    this.stop();
  }

  /** Starts, keeps or stops listening, by what the plan on screen is doing. */
  follow(current, running) {
    if (!running) this.stop();
    else if (this.id !== current.id) this.start(current.id);
  }

  start(id) {
    this.stop();
    this.id = id;
    this.problem = undefined;
    this.heardAt = Date.now();
    this.clock = setInterval(() => this.host.requestUpdate(), TICK_MILLIS);
    this.connect();
  }

  connect() {
    const id = this.id;
    this.stream = new EventSource(`/api/v1/plans/${encodeURIComponent(id)}/events`);
    this.stream.addEventListener('improved', (event) => this.improved(id, JSON.parse(event.data)));
    this.stream.addEventListener('finished', (event) => this.finished(id, JSON.parse(event.data)));
    this.stream.addEventListener('problem', (event) => this.failed(id, JSON.parse(event.data)));
    this.stream.addEventListener('error', () => this.lost(id));
  }

  /** Seconds of search so far: what the server said last, and the time since; news may be rare, the clock should not stand. */
  elapsed(current) {
    const said = current.elapsedSeconds ?? 0;
    if (current.id !== this.id || current.status !== 'solving') return said;
    return Math.min(current.seconds, said + (Date.now() - this.heardAt) / 1000);
  }

  improved(id, news) {
    // The first word of a plan has no figures yet.
    if (news.summary) this.points(id).push({ seconds: news.elapsedSeconds, ...news.summary });
    this.heardAt = Date.now();
    this.merge(id, { status: 'solving', ...news });
    this.refreshSoon(id);
  }

  merge(id, news) {
    const known = plan(id).value;
    if (known) plan(id).put({ ...known, ...news, summary: news.summary ?? known.summary });
  }

  refreshSoon(id) {
    this.timer ??= setTimeout(() => {
      this.timer = undefined;
      plan(id).refresh();
    }, REFRESH_MILLIS);
  }

  finished(id, news) {
    this.stop();
    this.merge(id, { status: 'finished', ...news });
    plan(id).refresh();
    plans.refresh();
  }

  failed(id, problem) {
    this.problem = problem;
    this.finished(id, { status: 'failed' });
  }

  /** The stream broke off for good: the plan itself tells how far it is, and may have ended meanwhile. */
  lost(id) {
    if (this.stream?.readyState !== EventSource.CLOSED) return;
    clearTimeout(this.timer);
    this.timer = setTimeout(async () => {
      await plan(id).refresh();
      if (this.id === id) this.stop(); // the next drawing starts anew if it still runs
      this.host.requestUpdate();
    }, RETRY_MILLIS);
  }

  stop() {
    this.stream?.close();
    this.stream = undefined;
    this.id = undefined;
    clearInterval(this.clock);
    clearTimeout(this.timer);
    this.timer = undefined;
  }

  points(id) {
    if (!this.history.has(id)) this.history.set(id, []);
    return this.history.get(id);
  }
}
