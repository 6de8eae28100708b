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

/** School years of whose days in a plan from `start` to `end` some are not known, as people write them. */
export function schoolYearsWithoutTerms(calendar, start, end) {
  if (!start || !end || end < start) return [];
  const years = [];
  for (let year = schoolYear(start); year <= schoolYear(end); year++) {
    const first = start > `${year}-09-01` ? start : `${year}-09-01`;
    const last = end < `${year + 1}-08-31` ? end : `${year + 1}-08-31`;
    const known = calendar.knownSchoolDays.find((days) => schoolYear(days.from) === year);
    if (!known || first < known.from || last > known.to) years.push(`${year}–${year + 1}`);
  }
  return years;
}
