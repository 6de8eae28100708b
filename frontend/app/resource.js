/** Something loaded once and shared by every element that shows it; the last value stays while a newer one is fetched. */
export class Resource {
  #load;
  #hosts = new Set();
  #running;

  constructor(load) {
    this.#load = load;
    this.value = undefined;
    this.problem = undefined;
    this.loading = false;
  }

  /** The host redraws whenever this changes; loading starts when the first host is connected. */
  usedBy(host) {
    host.addController({
      hostConnected: () => {
        this.#hosts.add(host);
        this.ensure();
      },
      hostDisconnected: () => this.#hosts.delete(host),
    });
    return this;
  }

  ensure() {
    if (this.value === undefined && !this.problem) this.refresh();
    return this;
  }

  /** Asks again after a failure; for what only adds to a view, which shows no failure of it. */
  retry() {
    return this.problem ? this.refresh() : undefined;
  }

  refresh() {
    this.#running ??= this.#fetch().finally(() => {
      this.#running = undefined;
    });
    return this.#running;
  }

  async #fetch() {
    this.loading = true;
    this.problem = undefined;
    this.#notify();
    try {
      this.value = await this.#load();
    } catch (problem) {
      this.problem = problem;
    }
    this.loading = false;
    this.#notify();
    return this.value;
  }

  /** Puts a value that came another way, for example by the event stream. */
  put(value) {
    this.value = value;
    this.#notify();
  }

  #notify() {
    for (const host of this.#hosts) host.requestUpdate();
  }
}
