import { instant } from '../../parts/format.js';
import { locale, t } from '../../parts/i18n.js';
import { html } from 'lit';

const HOUR = 3_600_000;
const BEHIND_HOURS = 48;

const hoursSince = (iso) => (Date.now() - Date.parse(iso)) / HOUR;

/** How old what an office has sent is: `none`, `current` or `behind`. */
export const freshness = (iso) => (iso ? (hoursSince(iso) > BEHIND_HOURS ? 'behind' : 'current') : 'none');

/** "acum 3 ore", with the instant itself on hover; words, not colour, tell whether that is late. */
export function age(iso) {
  if (!iso) return html`<span class="age none">${t('office.nothing')}</span>`;
  const hours = hoursSince(iso);
  const words = new Intl.RelativeTimeFormat(locale(), { numeric: 'auto' });
  const text = hours < 36 ? words.format(-Math.round(hours), 'hour') : words.format(-Math.round(hours / 24), 'day');
  return html`<span class="age ${freshness(iso)}" title=${instant(iso)}>${text}</span>`;
}
