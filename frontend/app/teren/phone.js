/** What a phone keeps of its own: reports that wait, drafts, and the team's days. In the browser's database, by account. */
import { openDB } from 'idb';
import { makingRoom } from './making-room.js';
import { memoryDatabase } from './memory-database.js';
import { Notes } from './notes.js';
import { isOvertaken, tellOthers } from './windows.js';

let opened;
let nowhere = false;
const STORES = { outbox: 'id', drafts: 'key', kept: undefined };

/** A browser that keeps nothing (a private window, storage switched off) keeps it as long as the page is open. */
const database = () => {
  opened ??= openDisk().catch(() => {
    nowhere = true;
    return memoryDatabase(STORES);
  });
  return opened;
};

const openDisk = async () =>
  openDB('caravana-teren', 1, {
    upgrade(db) {
      for (const [name, keyPath] of Object.entries(STORES)) db.createObjectStore(name, keyPath ? { keyPath } : undefined);
    },
  });

/** Whether everything is gone once the page is closed. */
export const keepsNothing = async () => {
  await database();
  return nowhere;
};

const forgetKept = async () => (await database()).clear('kept');
const told = async (change) => {
  const answer = await change;
  tellOthers();
  return answer;
};
const put = (store, value) => told(makingRoom(async () => (await database()).put(store, value), forgetKept));
const remove = async (store, key) => told((await database()).delete(store, key));

export const reports = {
  all: async () => (await database()).getAll('outbox'),
  put: (item) => put('outbox', item),
  remove: (id) => remove('outbox', id),
};

const notes = new Notes(() => globalThis.localStorage);

export const drafts = {
  all: async () => (await database()).getAll('drafts'),
  /** @return whether it was kept: not where another window was faster */
  replace: (next, known) => {
    notes.put(next, known);
    return told(makingRoom(() => replace(next, known), forgetKept)).finally(() => notes.done(next));
  },
  /** Writes what a page that was closed in the middle of it had begun to write. */
  async goOn() {
    for (const { next, known } of notes.all()) await this.replace(next, known).catch(() => false);
  },
  remove: (key) => remove('drafts', key),
};

/** Looks and writes at once, so that no other window comes between. */
async function replace(next, known) {
  const turn = (await database()).transaction(['drafts', 'outbox'], 'readwrite');
  const [stored, signed] = await Promise.all([turn.objectStore('drafts').get(next.key), turn.objectStore('outbox').get(next.id)]);
  const overtaken = isOvertaken({ next, known, stored, signed: Boolean(signed) });
  if (!overtaken) await turn.objectStore('drafts').put(next);
  await turn.done;
  return !overtaken;
}

/** The last answers of the server that the team's screen needs; forgotten when one signs out. */
export const kept = {
  read: async (key) => (await database()).get('kept', key),
  write: async (key, value) => (await database()).put('kept', { value, at: Date.now() }, key),
  forget: forgetKept,
};

/** Asks the browser not to throw this away when it runs out of room. */
export const holdOn = () => navigator.storage?.persist?.().catch(() => false);
