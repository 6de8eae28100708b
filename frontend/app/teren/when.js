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

/** The hour and minute of an instant as a time field wants it; empty where there is none. */
export function timeOf(iso) {
  if (!iso) return '';
  const at = new Date(iso);
  return `${String(at.getHours()).padStart(2, '0')}:${String(at.getMinutes()).padStart(2, '0')}`;
}

/** A typed time on a day, as an instant; undefined where nothing was typed. */
export const instantOf = (day, time) => (time ? new Date(`${day}T${time}`).toISOString() : undefined);
