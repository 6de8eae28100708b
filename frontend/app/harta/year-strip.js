import { html, nothing } from 'lit';
import { styleMap } from 'lit/directives/style-map.js';
import { capital, dayLong, daysInMonth, integer, kilometres, monthName, monthYear } from '../../parts/format.js';
import { t, tn } from '../../parts/i18n.js';
import { daysByDate, loadByMonth, monthsOf } from '../plan-facts.js';
import { go } from '../route.js';

/** Under the map: the year's visits, one bar a day; a month chosen here shows its visits on the map. */
export function yearStrip(plan, month, planner) {
  if (!plan) return nothing;
  const days = daysByDate(plan);
  const loads = new Map(loadByMonth(plan).map((l) => [l.month, l]));
  const most = Math.max(1, ...[...days.values()].map((list) => list.reduce((n, d) => n + d.visits.length, 0)));
  return html`<section class="year-strip" aria-label=${t('strip.label')}>
    <div class="strip-head">
      <h3>${plan.name}</h3>
      <p class="small dim">
        ${tn('count.visit', plan.summary?.visits ?? 0)} · ${plan.summary ? kilometres(plan.summary.metres) : ''}
      </p>
      <p class="tiny dim">
        ${month ? html`<button class="link" @click=${() => go({ month: undefined })}>${t('strip.wholeYear')}</button>` : t('strip.hint')}
      </p>
    </div>
    <div class="strip-months" role="group" aria-label=${t('strip.months')} @keydown=${walk}>
      ${monthsOf(plan).map((m) => monthButton(m, loads.get(m), days, most, m === month))}
    </div>
  </section>`;
}

function monthButton(month, load, days, most, chosen) {
  const label = `${monthYear(month)}: ${tn('count.visit', load.visits)}, ${tn('count.person', load.persons)}`;
  return html`<button
    class="strip-month ${chosen ? 'on' : ''}"
    aria-pressed=${chosen}
    aria-label=${label}
    title=${label}
    @click=${() => go({ month: chosen ? undefined : month })}
  >
    <span class="strip-bars" aria-hidden="true"
      >${Array.from({ length: daysInMonth(month) }, (_, i) => bar(`${month}-${String(i + 1).padStart(2, '0')}`, days, most))}</span
    >
    <span aria-hidden="true">${capital(monthName(month, 'short'))}<small>${load.visits ? integer(load.visits) : ''}</small></span>
  </button>`;
}

function bar(date, days, most) {
  const visits = (days.get(date) ?? []).flatMap((d) => d.visits);
  if (!visits.length) return html`<i></i>`;
  return html`<i
    class="has ${visits[0].state}"
    title=${dayLong(date)}
    style=${styleMap({ height: `${20 + (visits.length / most) * 80}%` })}
  ></i>`;
}

function walk(event) {
  const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
  if (!step) return;
  event.preventDefault();
  const buttons = [...event.currentTarget.querySelectorAll('button')];
  buttons[buttons.indexOf(event.target.closest('button')) + step]?.focus();
}
