/** Finding a place by name the way people type it: without diacritics, any case, ş and ș as one, the middle of a word too. */
export function fold(text) {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
}

/** @param features of UATs and localities; @return [{key, siruta, level, name, within}] for searching */
export function placeIndex(uats, localities) {
  const uatEntries = uats.map((f) => ({
    key: `u${f.id}`,
    siruta: Number(f.id),
    level: 'uat',
    name: f.properties.name,
    type: f.properties.type,
    folded: fold(f.properties.name),
  }));
  const localityEntries = localities.map((f) => ({
    key: `l${f.id}`,
    siruta: Number(f.id),
    level: 'locality',
    name: f.properties.name,
    within: f.properties.uatName,
    folded: fold(f.properties.name),
  }));
  return [...uatEntries, ...localityEntries];
}

/** Best first: the name begins with what was typed, then a word begins with it, then it is somewhere inside. */
export function findPlaces(index, typed, limit = 12) {
  const wanted = fold(typed);
  if (!wanted) return [];
  const rank = (e) => (e.folded.startsWith(wanted) ? 0 : e.folded.includes(` ${wanted}`) ? 1 : e.folded.includes(wanted) ? 2 : 9);
  return index
    .map((entry) => ({ entry, rank: rank(entry) + (entry.level === 'uat' ? 0 : 0.5) }))
    .filter((r) => r.rank < 9)
    .sort(
      (a, b) => a.rank - b.rank || a.entry.folded.length - b.entry.folded.length || a.entry.folded.localeCompare(b.entry.folded),
    )
    .slice(0, limit)
    .map((r) => r.entry);
}
