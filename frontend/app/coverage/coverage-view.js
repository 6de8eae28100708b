/** Coverage seen as a map sees it: what to colour, what to hatch, which office is how far. Pure functions. */
const HOUR = 3_600_000;
const BEHIND_HOURS = 48;

/** Upper ends of the classes, shares of the need. Fixed: on a map that moves, classes that move too would say nothing. */
export const SHARES = [0.1, 0.25, 0.5, 0.75, 1];

/** How old what an office has sent is at a moment: `none`, `current` or `behind`. */
export function freshness(completeTo, moment = Date.now()) {
  if (!completeTo) return 'none';
  return moment - Date.parse(completeTo) > BEHIND_HOURS * HOUR ? 'behind' : 'current';
}

/** The moment a view is judged by: now, or the end of a past day (midnight in Bucharest, at the latest 22:00 UTC). */
export const momentOf = (at, now = Date.now()) => (at ? Math.min(now, Date.parse(`${at}T22:00:00Z`)) : now);

/**
 * Of the cases that the offices have reported the share that is resolved: the need is not known by age and sex. NaN where nothing has
 * been reported.
 */
export const resolvedShare = (row) => row.resolved.count / (row.resolved.count + row.open.count);

/**
 * Rows for the map. `value` is the covered share, or `of` the row; NaN where there is none to show: the office is silent, a figure is
 * hidden or missing, or the day is before the statistics. `figure` is the need, whose size the symbols of localities show.
 */
export function coverageView(rows, moment, of = (row) => row.covered) {
  const seen = rows.map((row) => {
    const value = Number.isFinite(of(row)) ? of(row) : NaN;
    const own = freshness(row.completeTo, moment);
    // Another office may have told of the place while its own is silent.
    const state = own === 'none' && Number.isFinite(value) ? 'behind' : own;
    return { ...row, state, value, figure: row.need };
  });
  return { rows: seen, bySiruta: new Map(seen.map((r) => [r.siruta, r])), limits: SHARES };
}

/** Until when each office has sent everything, the slowest first; an office without places does not appear. */
export function officeAges(rows) {
  const ages = new Map();
  for (const row of rows) if (row.office) ages.set(row.office, row.completeTo ?? null);
  return [...ages]
    .map(([office, completeTo]) => ({ office, completeTo }))
    .sort((a, b) => (a.completeTo ?? '').localeCompare(b.completeTo ?? '') || a.office.localeCompare(b.office));
}

/** How many rows are in each class. */
export function classCounts(rows) {
  const counts = SHARES.map(() => 0);
  for (const row of rows) if (Number.isFinite(row.value)) counts[SHARES.findIndex((limit) => row.value <= limit)]++;
  return counts;
}
