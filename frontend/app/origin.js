/** Where the ground comes from, in words; what a county's folder does not tell is left out. */
import { dayMedium } from '../parts/format.js';
import { t } from '../parts/i18n.js';

export function boundariesOrigin({ source, date }) {
  const parts = [source ?? t('data.boundariesComputed')];
  if (date) parts.push(dayMedium(date));
  return parts.join(' · ');
}
