/**
 * From the server, else what this phone kept of it; `keptAt` then says from when it is. A phone that has no room to keep it shows it
 * all the same.
 *
 * @param kept `read(key)`, `write(key, value)` @param keeps whether this phone may keep it
 */
export async function orKept({ resource, key, load, kept, keeps }) {
  let value;
  try {
    value = await load();
  } catch (problem) {
    const last = problem.unreachable ? await kept.read(key).catch(() => undefined) : undefined;
    if (!last) throw problem;
    resource.keptAt = last.at;
    return last.value;
  }
  resource.keptAt = undefined;
  if (keeps) await kept.write(key, value).catch(() => {});
  return value;
}
