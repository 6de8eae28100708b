/** What is known of when a place can be visited, in a few words. Times are seconds of the day, as everywhere. */
import { clock, dayMedium, dayOfYear, weekdayName } from '../../parts/format.js';
import { t } from '../../parts/i18n.js';

export const WEEKDAYS = ['MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT', 'SUN'];

export function whenText(entry) {
  if (entry.kind === 'WEEKLY') {
    const days = entry.weekdays.map((day) => weekdayName(WEEKDAYS.indexOf(day) + 1)).join(', ');
    return t('availability.weekly', { days, from: clock(entry.from), to: clock(entry.to) });
  }
  const day = entry.kind === 'DATES' ? dayMedium : dayOfYear;
  const [first, last] = [entry.first, entry.last].map(day);
  if (entry.kind === 'YEARLY') return t('availability.yearly', { first, last });
  return first === last ? t('availability.date', { first }) : t('availability.dates', { first, last });
}

/** Where it holds: a locality with its UAT, a whole UAT, a room, a station. */
export function placeText(entry) {
  if (entry.level === 'UAT') return `${entry.name} (${t('availability.wholeUat')})`;
  return entry.uat ? `${entry.name}, ${entry.uat}` : entry.name;
}

export const entryText = (entry) => `${t(`availability.whose.${entry.reason}`)}: ${whenText(entry)}`;
