/** What the county's calendar (`GET /api/v1/calendar`) says of a day. Pure. */
const WEEKDAYS = ['SUN', 'MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT'];

/** Whether the UAT holds its market on that date; never where the calendar is not here yet. */
export function isMarketDay(calendar, uatSiruta, date) {
  const weekday = WEEKDAYS[new Date(`${date}T12:00:00Z`).getUTCDay()];
  const month = Number(date.slice(5, 7));
  return Boolean(
    calendar?.marketDays.some(
      (day) => day.uatSiruta === uatSiruta && day.weekday === weekday && (!day.months.length || day.months.includes(month)),
    ),
  );
}

/** The year in which a day's school year began: 1 September to 31 August. */
const schoolYear = (date) => Number(date.slice(0, 4)) - (date.slice(5, 7) < '09' ? 1 : 0);

/** School years that a plan from `start` to `end` touches and of which no term is known, as people write them. */
export function schoolYearsWithoutTerms(calendar, start, end) {
  if (!start || !end || end < start) return [];
  const known = new Set(calendar.schoolTerms.map((term) => schoolYear(term.from)));
  const years = [];
  for (let year = schoolYear(start); year <= schoolYear(end); year++) if (!known.has(year)) years.push(`${year}–${year + 1}`);
  return years;
}
