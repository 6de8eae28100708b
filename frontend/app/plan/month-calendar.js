import { html, nothing } from 'lit';
import { capital, countText, dayFull, daysInMonth, weekday, weekdayName } from '../../parts/format.js';
import { t, tn } from '../../parts/i18n.js';
import { daysByDate } from '../plan-facts.js';

const SHOWN_VISITS = 3;

/** A month of working days; weekends get columns only when the station works on one. Arrow keys walk the days. */
export function monthCalendar({ plan, month, date, choose }) {
  const days = daysByDate(plan);
  const dates = Array.from({ length: daysInMonth(month) }, (_, i) => `${month}-${String(i + 1).padStart(2, '0')}`);
  const columns = dates.some((d) => weekday(d) > 5 && days.has(d)) ? 7 : 5;
  const focusable = dates.includes(date) ? date : dates.find((d) => weekday(d) <= columns);
  return html`<table class="month columns-${columns}" @keydown=${(e) => walk(e, choose)}>
    <caption class="visually-hidden">
      ${t('calendar.caption')}
    </caption>
    <thead>
      <tr>
        ${Array.from({ length: columns }, (_, i) => html`<th scope="col"><abbr title=${weekdayName(i + 1, 'long')}>${capital(weekdayName(i + 1))}</abbr></th>`)}
      </tr>
    </thead>
    <tbody>
      ${weeks(dates, columns).map(
        (week) =>
          html`<tr>
            ${week.map((d) => (d ? html`<td>${dayButton(d, days.get(d), d === date, d === focusable, choose)}</td>` : html`<td class="void"></td>`))}
          </tr>`,
      )}
    </tbody>
  </table>`;
}

function weeks(dates, columns) {
  const shown = dates.filter((d) => weekday(d) <= columns);
  const cells = [...new Array(weekday(shown[0]) - 1).fill(null), ...shown];
  while (cells.length % columns) cells.push(null);
  return Array.from({ length: cells.length / columns }, (_, i) => cells.slice(i * columns, (i + 1) * columns));
}

function dayButton(date, stationDays = [], chosen, focusable, choose) {
  const visits = stationDays.flatMap((d) => d.visits);
  const label = `${dayFull(date)}: ${visits.length ? `${tn('count.visit', visits.length)}: ${visits.map((v) => v.locality).join(', ')}` : t('calendar.free')}`;
  return html`<button
    class="day ${chosen ? 'on' : ''} ${visits.length ? '' : 'free'}"
    data-date=${date}
    aria-pressed=${chosen}
    aria-label=${label}
    tabindex=${focusable ? 0 : -1}
    @click=${() => choose(date)}
  >
    <span class="day-number">${Number(date.slice(8))}</span>
    ${visits.slice(0, SHOWN_VISITS).map((v) => html`<span class="pill state-${v.state}"><span class="ellipsis">${v.locality}</span><b>${countText(v.persons)}</b></span>`)}
    ${visits.length > SHOWN_VISITS ? html`<span class="tiny dim">${t('calendar.more', { n: visits.length - SHOWN_VISITS })}</span>` : nothing}
  </button>`;
}

const STEPS = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 };

/** Left and right go to the neighbouring shown day, up and down a week; past the edge the next month opens. */
export function walk(event, choose) {
  const here = event.target.closest?.('[data-date]');
  const step = STEPS[event.key];
  if (!here || !step) return;
  event.preventDefault();
  const all = [...event.currentTarget.querySelectorAll('[data-date]')].map((b) => b.dataset.date).sort();
  let day = here.dataset.date;
  const outside = (d) => d < all[0] || d > all.at(-1);
  do {
    day = new Date(Date.parse(`${day}T12:00:00Z`) + step * 86_400_000).toISOString().slice(0, 10);
  } while (!all.includes(day) && (!outside(day) || weekday(day) > 5));
  choose(day, true);
}
