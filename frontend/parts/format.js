/** Numbers, dates and times as the reader writes them. Days are local dates (`2027-03-18`), never instants. */
import { locale, t, tn } from './i18n.js';

const number = (value, options) => new Intl.NumberFormat(locale(), options).format(value);
export const integer = (value) => number(Math.round(value));
export const decimal = (value, digits = 1) => number(value, { minimumFractionDigits: digits, maximumFractionDigits: digits });
export const percent = (share) => number(share, { style: 'percent', maximumFractionDigits: 0 });
export const kilometres = (metres) =>
  t('unit.km', { n: number(metres / 1000, { maximumFractionDigits: metres < 10_000 ? 1 : 0 }) });
/** A way as its driver entered it: what is signed for is not rounded. */
export const kilometresEntered = (km) => t('unit.km', { n: number(km, { maximumFractionDigits: 1 }) });

const asUtc = (day) => new Date(`${day}T12:00:00Z`);
const dayFormat = (day, options) => new Intl.DateTimeFormat(locale(), { timeZone: 'UTC', ...options }).format(asUtc(day));
export const dayLong = (day) => dayFormat(day, { weekday: 'long', day: 'numeric', month: 'long' });
export const dayFull = (day) => dayFormat(day, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });
export const dayMedium = (day) => dayFormat(day, { day: 'numeric', month: 'short', year: 'numeric' });
export const dayShort = (day) => dayFormat(day, { weekday: 'short', day: 'numeric', month: 'short' });
/** A day of every year, `12-01`; a leap year knows all of them. */
export const dayOfYear = (monthDay) => dayFormat(`2028-${monthDay}`, { day: 'numeric', month: 'long' });
export const monthName = (month, style = 'long') => dayFormat(`${month}-15`, { month: style }).replace('.', '');
export const monthYear = (month) => capital(dayFormat(`${month}-15`, { month: 'long', year: 'numeric' }));
export const weekdayName = (isoWeekday, style = 'short') =>
  dayFormat(`2027-03-0${isoWeekday}`, { weekday: style }).replace('.', '');
export const capital = (text) => text.charAt(0).toLocaleUpperCase(locale()) + text.slice(1);

export const instant = (iso) =>
  new Intl.DateTimeFormat(locale(), { timeZone: 'Europe/Bucharest', dateStyle: 'medium', timeStyle: 'short' }).format(
    new Date(iso),
  );

/** Seconds of the day as a clock: 30600 is 08:30. */
export function clock(secondsOfDay) {
  const minutes = Math.round(secondsOfDay / 60);
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}

/** A length of time in hours and minutes. */
export function duration(seconds) {
  const minutes = Math.round(seconds / 60);
  const h = Math.floor(minutes / 60);
  const m = minutes % 60;
  if (h === 0) return t('unit.minutes', { m });
  return m === 0 ? t('unit.hours', { h }) : t('unit.hoursMinutes', { h, m });
}

/** A published estimate's mean in words; what disclosure hides only says that it is hidden: large numbers are, too, beside a small one. */
export function figureText(figure) {
  if (!figure) return t('figure.none');
  return figure.suppressed ? t('figure.suppressed') : integer(figure.mean);
}

export function intervalText(figure) {
  if (!figure || figure.suppressed) return '';
  return `${integer(figure.low)}–${integer(figure.high)}`;
}

/** How many persons, in words; `persons` as in countText. */
export const personsText = (persons) =>
  persons?.count === undefined ? t('visit.personsHidden') : tn('count.person', persons.count);

/** A published count, `{count}` or `{suppressed}`. */
export function countText(count) {
  if (!count) return t('figure.none');
  return count.suppressed ? t('figure.suppressed') : integer(count.count);
}

export const isoDay = (date) => date.toISOString().slice(0, 10);
export const addDays = (day, days) => isoDay(new Date(asUtc(day).getTime() + days * 86_400_000));
/** 1 = Monday … 7 = Sunday. */
export const weekday = (day) => asUtc(day).getUTCDay() || 7;
export const daysInMonth = (month) => new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5, 7)), 0)).getUTCDate();
export const addMonths = (month, months) =>
  isoDay(new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5, 7)) - 1 + months, 15))).slice(0, 7);
