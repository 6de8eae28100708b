import { html } from 'lit';
import { capital, dayFull, daysInMonth, integer, monthName, monthYear, weekday } from '../../parts/format.js';
import { t, tn } from '../../parts/i18n.js';
import { daysByDate, loadByMonth } from '../plan-facts.js';
import { walk } from './month-calendar.js';
import '../../parts/chart-view.js';

/** The whole year at once: each month small, the busier the day the darker; below, the months' load. */
export function yearCalendar({ plan, date, choose, openMonth }) {
  const days = daysByDate(plan);
  const loads = loadByMonth(plan);
  return html`<div class="year-view">
    <div class="year" @keydown=${(e) => walk(e, choose)}>
      ${loads.map((load) => miniMonth(load, days, date, choose, openMonth))}
    </div>
    <ul class="keys year-keys">
      <li><i class="key-day d1"></i>${tn('count.visit', 1)}</li>
      <li><i class="key-day d2"></i>${tn('count.visit', 2)}</li>
      <li><i class="key-day d3"></i>${t('calendar.threeOrMore')}</li>
    </ul>
    <h3 class="load-title">${t('calendar.load')}</h3>
    <chart-view
      class="load-chart"
      .option=${loadOption(loads)}
      .label=${loads.map((l) => `${monthYear(l.month)}: ${integer(l.persons)}`).join('; ')}
    ></chart-view>
  </div>`;
}

function miniMonth(load, days, chosen, choose, openMonth) {
  const { month } = load;
  const dates = Array.from({ length: daysInMonth(month) }, (_, i) => `${month}-${String(i + 1).padStart(2, '0')}`);
  return html`<section class="mini-month">
    <button class="link mini-title" @click=${() => openMonth(month)}>${capital(monthName(month))}</button
    ><span class="tiny dim mini-count">${tn('count.visit', load.visits)}</span>
    <div class="mini-days first-${weekday(dates[0])}">${dates.map((d) => miniDay(d, days.get(d), d === chosen, choose))}</div>
  </section>`;
}

function miniDay(date, stationDays, chosen, choose) {
  const visits = stationDays?.flatMap((d) => d.visits) ?? [];
  const place = weekday(date) > 5 ? 'weekend' : '';
  if (!visits.length) return html`<span class="mini-day ${place}" aria-hidden="true">${Number(date.slice(8))}</span>`;
  const label = `${dayFull(date)}: ${tn('count.visit', visits.length)}`;
  return html`<button
    class="mini-day d${Math.min(3, visits.length)} ${chosen ? 'on' : ''}"
    data-date=${date}
    aria-pressed=${chosen}
    aria-label=${label}
    title=${`${label}: ${visits.map((v) => v.locality).join(', ')}`}
    @click=${() => choose(date)}
  >
    ${Number(date.slice(8))}
  </button>`;
}

function loadOption(loads) {
  const css = getComputedStyle(document.documentElement);
  const colour = (name) => css.getPropertyValue(`--${name}`).trim();
  const text = { color: colour('ink-2'), fontFamily: css.getPropertyValue('--font'), fontSize: 12 };
  return {
    textStyle: text,
    grid: { left: 44, right: 12, top: 12, bottom: 24 },
    tooltip: { trigger: 'axis', valueFormatter: (v) => integer(v), textStyle: { fontSize: 12.5 } },
    xAxis: {
      type: 'category',
      data: loads.map((l) => capital(monthName(l.month, 'short'))),
      axisTick: { show: false },
      axisLabel: text,
      axisLine: { lineStyle: { color: colour('line-strong') } },
    },
    yAxis: {
      type: 'value',
      splitNumber: 3,
      axisLabel: { ...text, formatter: (v) => integer(v) },
      splitLine: { lineStyle: { color: colour('line') } },
    },
    series: [
      {
        type: 'bar',
        name: t('column.persons'),
        data: loads.map((l) => l.persons),
        barMaxWidth: 34,
        itemStyle: { color: colour('visit'), borderRadius: [4, 4, 0, 0] },
      },
    ],
  };
}
