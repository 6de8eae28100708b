/** What a phone keeps of its own: reports that wait, drafts, and the team's days. In the browser's database, by account. */
import { openDB } from 'idb';
import { makingRoom } from './making-room.js';

let opened;
const database = () => {
  opened ??= openDB('caravana-teren', 1, {
    upgrade(db) {
      db.createObjectStore('outbox', { keyPath: 'id' });
      db.createObjectStore('drafts', { keyPath: 'key' });
      db.createObjectStore('kept');
    },
  });
  return opened;
};

const forgetKept = async () => (await database()).clear('kept');
const put = (store, value) => makingRoom(async () => (await database()).put(store, value), forgetKept);

export const reports = {
  all: async () => (await database()).getAll('outbox'),
  put: (item) => put('outbox', item),
  remove: async (id) => (await database()).delete('outbox', id),
};

export const drafts = {
  all: async () => (await database()).getAll('drafts'),
  put: (draft) => put('drafts', draft),
  remove: async (key) => (await database()).delete('drafts', key),
};

/** The last answers of the server that the team's screen needs; forgotten when one signs out. */
export const kept = {
  read: async (key) => (await database()).get('kept', key),
  write: async (key, value) => (await database()).put('kept', { value, at: Date.now() }, key),
  forget: forgetKept,
};

/** Asks the browser not to throw this away when it runs out of room. */
export const holdOn = () => navigator.storage?.persist?.().catch(() => false);
