/** Follows a running plan: each better solution arrives as an event; the calendar is fetched anew at most every few seconds. */
import { plan, plans } from '../store.js';

const REFRESH_MILLIS = 2500;
const RETRY_MILLIS = 3000;

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
    if (!running) return this.stop();
    if (this.id === current.id) return undefined;
    this.stop();
    this.id = current.id;
    this.problem = undefined;
    this.connect();
    return undefined;
  }

  connect() {
    const id = this.id;
    this.stream = new EventSource(`/api/v1/plans/${encodeURIComponent(id)}/events`);
    this.stream.addEventListener('improved', (event) => this.improved(id, JSON.parse(event.data)));
    this.stream.addEventListener('finished', () => this.finished(id));
    this.stream.addEventListener('problem', (event) => this.failed(id, event.data));
    this.stream.addEventListener('error', () => this.lost(id));
  }

  improved(id, { elapsedSeconds, seconds, summary }) {
    const points = this.points(id);
    points.push({ x: elapsedSeconds, y: summary?.value ?? 0 });
    const resource = plan(id);
    if (resource.value) resource.put({ ...resource.value, elapsedSeconds, seconds: seconds ?? resource.value.seconds, summary });
    this.refreshSoon(id);
  }

  refreshSoon(id) {
    this.timer ??= setTimeout(() => {
      this.timer = undefined;
      plan(id).refresh();
    }, REFRESH_MILLIS);
  }

  async finished(id) {
    this.stop();
    await plan(id).refresh();
    plans.refresh();
  }

  failed(id, data) {
    try {
      this.problem = JSON.parse(data);
    } catch {
      this.problem = { detail: data };
    }
    this.finished(id);
  }

  /** The stream broke off: the plan itself still tells how far it is, and may have ended meanwhile. */
  lost(id) {
    if (this.stream?.readyState !== EventSource.CLOSED) return;
    this.stop();
    this.timer = setTimeout(() => {
      this.timer = undefined;
      plan(id).refresh();
    }, RETRY_MILLIS);
  }

  stop() {
    this.stream?.close();
    this.stream = undefined;
    this.id = undefined;
    clearTimeout(this.timer);
    this.timer = undefined;
  }

  points(id) {
    if (!this.history.has(id)) this.history.set(id, []);
    return this.history.get(id);
  }
}
