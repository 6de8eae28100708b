import { locale, t } from '../../parts/i18n.js';

export const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** "acum 5 minute", "acum 3 ore", "acum 4 zile": what a telephone call about it would say. */
export function ageWords(millis) {
  if (millis < MINUTE) return t('age.now');
  const words = new Intl.RelativeTimeFormat(locale(), { numeric: 'always' });
  if (millis < HOUR) return words.format(-Math.floor(millis / MINUTE), 'minute');
  const hours = millis / HOUR;
  return hours < 36 ? words.format(-Math.round(hours), 'hour') : words.format(-Math.round(hours / 24), 'day');
}
