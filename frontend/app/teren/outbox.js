/**
 * Reports that have to reach the server, kept by the phone until they have. Each carries its own id, so that sending one twice counts
 * once; whatever is refused stays, with the reason. Knows no browser: what it needs is handed in.
 */
export const WAITING = 'waiting';
export const SENT = 'sent';
export const REFUSED = 'refused';

/** An answer that will be the same however often the report is sent. */
const FINAL = [400, 404, 409, 413, 422];
const KEEP_SENT_DAYS = 14;
const DAY_MILLIS = 86_400_000;

export class Outbox {
  #store;
  #post;
  #account;
  #now;
  #listeners = new Set();
  #running;

  /**
   * @param store `all()`, `put(item)`, `remove(id)`
   * @param post sends an item and answers the receipt, or throws an ApiProblem
   * @param account the name the server knows the session by, or throws an ApiProblem
   * @param now milliseconds
   */
  constructor({ store, post, account, now = () => Date.now() }) {
    this.#store = store;
    this.#post = post;
    this.#account = account;
    this.#now = now;
    this.items = [];
    /** `''`, `offline`, `signed-out`, `another` (somebody else is signed in), `failed` */
    this.trouble = '';
    this.signedInAs = undefined;
  }

  onChange(listener) {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  async load() {
    const old = this.#now() - KEEP_SENT_DAYS * DAY_MILLIS;
    const all = await this.#store.all();
    for (const item of all) if (item.state === SENT && item.createdAt < old) await this.#store.remove(item.id);
    this.items = all
      .filter((item) => item.state !== SENT || item.createdAt >= old)
      .sort((a, b) => a.createdAt - b.createdAt);
    this.#tell();
  }

  /** What still has to leave; `account` narrows it to one person's. */
  waiting(account) {
    return this.items.filter((item) => item.state === WAITING && (!account || item.account === account));
  }

  /** The newest complete report of a visit. */
  reportOf(visit, account) {
    return this.items.findLast((item) => item.complete && item.body.visit === visit && item.account === account);
  }

  /** A report that another window has signed already is left as it is. */
  async add({ id, account, label, complete, body, draft }) {
    if ((await this.#store.all()).some((item) => item.id === id)) {
      await this.load();
      return;
    }
    await this.#save({ id, account, label, complete, body, draft, createdAt: this.#now(), state: WAITING, tries: 0 });
  }

  /** Takes away a report that the server will not take. */
  async drop(id) {
    await this.#store.remove(id);
    this.items = this.items.filter((item) => item.id !== id);
    this.#tell();
  }

  async again(id) {
    const item = this.items.find((each) => each.id === id);
    if (item) await this.#save({ ...item, state: WAITING, problem: undefined });
    return this.sync();
  }

  /** Sends what waits, oldest first; one run at a time. */
  sync() {
    this.#running ??= this.#run().finally(() => {
      this.#running = undefined;
      this.#tell();
    });
    this.#tell();
    return this.#running;
  }

  get sending() {
    return Boolean(this.#running);
  }

  async #run() {
    if (!this.waiting().length) return;
    this.trouble = '';
    try {
      this.signedInAs = await this.#account();
      for (const item of this.waiting(this.signedInAs)) await this.#send(item);
      if (this.trouble === '' && this.waiting().length) this.trouble = 'another';
    } catch (problem) {
      this.trouble = troubleOf(problem);
    }
  }

  async #send(item) {
    const tried = { ...item, tries: item.tries + 1, triedAt: this.#now() };
    try {
      const receipt = await this.#post(item, new Date(this.#now()).toISOString());
      await this.#save({ ...tried, state: SENT, sentAt: this.#now(), receipt });
    } catch (problem) {
      if (!FINAL.includes(problem.status)) {
        await this.#save(tried);
        if (!isFaultOfOne(problem.status)) throw problem; // the others would meet the same
        this.trouble = 'failed';
        return;
      }
      const { status, type, title, detail, more } = problem;
      await this.#save({ ...tried, state: REFUSED, problem: { status, type, title, detail, more } });
    }
  }

  async #save(item) {
    await this.#store.put(item);
    const others = this.items.filter((each) => each.id !== item.id);
    this.items = [...others, item].sort((a, b) => a.createdAt - b.createdAt);
    this.#tell();
  }

  #tell() {
    for (const listener of this.#listeners) listener();
  }
}

/** The server broke over this one report; a gateway that says it is away (502 to 504) says so of all. */
const isFaultOfOne = (status) => status === 500;

function troubleOf(problem) {
  if (problem.status === 0) return 'offline';
  if (problem.status === 401) return 'signed-out';
  if (problem.status === undefined) throw problem; // a fault of ours
  return 'failed';
}
