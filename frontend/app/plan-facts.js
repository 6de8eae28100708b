/** Questions the screens ask a plan document. Pure functions. */

/** Every visit with its day, in order of time. */
export function visitsOf(plan) {
  return (plan?.days ?? [])
    .flatMap((day) => day.visits.map((visit) => ({ ...visit, date: day.date, station: day.station })))
    .sort((a, b) => a.date.localeCompare(b.date) || a.start - b.start);
}

export const visitsOfPlace = (plan, siruta) => visitsOf(plan).filter((v) => v.siruta === siruta || v.uatSiruta === siruta);

/** Months the plan spans, `2027-01` … */
export function monthsOf(plan) {
  if (!plan?.start || !plan?.end) return [];
  const months = [];
  for (let m = plan.start.slice(0, 7); m <= plan.end.slice(0, 7) && months.length < 24; m = nextMonth(m)) months.push(m);
  return months;
}

function nextMonth(month) {
  const [year, number] = month.split('-').map(Number);
  return number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, '0')}`;
}

/** Days by date; two stations on one date give two entries in its list. */
export function daysByDate(plan) {
  const found = new Map();
  for (const day of plan?.days ?? []) found.set(day.date, [...(found.get(day.date) ?? []), day]);
  return found;
}

export const workingDates = (plan, station) =>
  [...new Set((plan?.days ?? []).filter((d) => !station || d.station === station).map((d) => d.date))].sort();

/** Nearest working date before (step −1) or after (step 1) a date. */
export function neighbourDate(dates, date, step) {
  return step > 0 ? dates.find((d) => d > date) : dates.findLast((d) => d < date);
}

const daysBetween = (from, to) => Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);

/**
 * The UAT that waits longest for a visit at which anybody can apply, and its days: from the plan's first day, between visits, until its
 * last. Undefined where there is no such visit.
 */
export function longestWait(plan) {
  const last = new Map();
  let longest;
  const note = (visit, from, to) => {
    const days = daysBetween(from, to);
    if (!longest || days > longest.days) longest = { uat: visit.uat, days };
  };
  for (const visit of visitsOf(plan).filter((v) => v.kind === 'CAPTURE')) {
    note(visit, last.get(visit.uatSiruta)?.date ?? plan.start, visit.date);
    last.set(visit.uatSiruta, visit);
  }
  for (const visit of last.values()) note(visit, visit.date, plan.end);
  return longest;
}

/** Persons known in a list of published counts, and whether some of them are hidden. */
export function totalPersons(counts) {
  return counts.reduce((sum, c) => ({ count: sum.count + (c?.count ?? 0), hidden: sum.hidden || Boolean(c?.suppressed) }), {
    count: 0,
    hidden: false,
  });
}

/** Per month: visits and persons, for the year's load. */
export function loadByMonth(plan) {
  const visits = visitsOf(plan);
  return monthsOf(plan).map((month) => {
    const inMonth = visits.filter((v) => v.date.startsWith(month));
    return { month, visits: inMonth.length, persons: totalPersons(inMonth.map((v) => v.persons)).count };
  });
}

/** Two plans for comparing: the one a scenario was made from comes first, so that differences say what the scenario brings. */
export const basisFirst = (plan, other) => (plan.basedOn === other.id ? [other, plan] : [plan, other]);

/** What is still running, so that the screen listens to it. */
export const isRunning = (plan) => ['queued', 'solving', 'paused'].includes(plan?.status);
