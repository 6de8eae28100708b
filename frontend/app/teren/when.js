/** How long ago, in words: "acum 5 minute", "acum 2 ore". */
import { locale } from '../../parts/i18n.js';

const MINUTE = 60_000;

/** @param millis when it was @param now milliseconds */
export function ago(millis, now = Date.now()) {
  const words = new Intl.RelativeTimeFormat(locale(), { numeric: 'auto' });
  const minutes = Math.round((now - millis) / MINUTE);
  if (Math.abs(minutes) < 60) return words.format(-minutes, 'minute');
  const hours = Math.round(minutes / 60);
  return Math.abs(hours) < 36 ? words.format(-hours, 'hour') : words.format(-Math.round(hours / 24), 'day');
}

/** The clock of an instant, in Bucharest. */
export const clockOf = (iso) =>
  new Intl.DateTimeFormat(locale(), { timeZone: 'Europe/Bucharest', hour: '2-digit', minute: '2-digit' }).format(new Date(iso));

/** Days and hours of a wrong clock, without a sign. */
export function skewText(seconds, t) {
  const minutes = Math.round(Math.abs(seconds) / 60);
  if (minutes < 120) return t('field.skewMinutes', { n: minutes });
  const hours = Math.round(minutes / 60);
  return hours < 48 ? t('field.skewHours', { n: hours }) : t('field.skewDays', { n: Math.round(hours / 24) });
}

/** What clocks in Bucharest show at an instant, written as if it were UTC: `2027-03-17T09:05`. */
const IN_BUCHAREST = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Bucharest', dateStyle: 'short', timeStyle: 'short' });
const wallClock = (millis) => IN_BUCHAREST.format(new Date(millis)).replace(' ', 'T');

/** The hour and minute of an instant in Bucharest, as a time field wants it; empty where there is none. */
export const timeOf = (iso) => (iso ? wallClock(Date.parse(iso)).slice(11) : '');

/** A time typed for a day of the county, as an instant, whatever zone the phone is set to; undefined where nothing was typed. */
export function instantOf(day, time) {
  if (!time) return undefined;
  const wanted = Date.parse(`${day}T${time}Z`);
  let at = wanted;
  // the second look is for the nights on which clocks change: the first one may have used the other side's offset
  for (let look = 0; look < 2; look++) at = wanted - (Date.parse(`${wallClock(at)}Z`) - at);
  return new Date(at).toISOString();
}
