import { instant } from '../../parts/format.js';
import { locale, t } from '../../parts/i18n.js';
import { html } from 'lit';
import { freshness } from './coverage-view.js';

const HOUR = 3_600_000;

/** "acum 3 ore", with the instant itself on hover; whether that is late is judged as of `moment`. */
export function age(iso, moment = Date.now()) {
  if (!iso) return html`<span class="age none">${t('office.nothing')}</span>`;
  const hours = (Date.now() - Date.parse(iso)) / HOUR;
  const words = new Intl.RelativeTimeFormat(locale(), { numeric: 'auto' });
  const text = hours < 36 ? words.format(-Math.round(hours), 'hour') : words.format(-Math.round(hours / 24), 'day');
  return html`<span class="age ${freshness(iso, moment)}" title=${instant(iso)}>${text}</span>`;
}
