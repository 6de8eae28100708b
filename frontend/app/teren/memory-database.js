/**
 * As much of a browser's database as a phone's store uses, in memory.
 *
 * @param stores the key's name by store; undefined where keys are handed in
 */
export function memoryDatabase(stores) {
  const rows = Object.fromEntries(Object.keys(stores).map((name) => [name, new Map()]));
  const db = {
    get: async (name, key) => structuredClone(rows[name].get(key)),
    getAll: async (name) => structuredClone([...rows[name].values()]),
    put: async (name, value, key) => void rows[name].set(key ?? value[stores[name]], structuredClone(value)),
    delete: async (name, key) => void rows[name].delete(key),
    clear: async (name) => rows[name].clear(),
    transaction: () => ({
      objectStore: (name) => ({ get: (key) => db.get(name, key), put: (value) => db.put(name, value) }),
      done: Promise.resolve(),
    }),
  };
  return db;
}
