/** The plan as lists: its days, its score rule by rule, and the visits it could not place. */
import { html, nothing } from 'lit';
import { clock, countText, dayShort, integer, kilometres } from '../../parts/format.js';
import { t, tn } from '../../parts/i18n.js';
import { fold } from '../places.js';
import { go, route } from '../route.js';
import '../../parts/data-table.js';

export function dayList(plan) {
  const open = (d) => go({ date: d.date, station: d.station });
  const columns = [
    {
      key: 'date',
      label: t('column.date'),
      value: (d) => d.date,
      cell: (d) => html`<button class="link" @click=${() => open(d)}>${dayShort(d.date)}</button>`,
    },
    {
      key: 'station',
      label: t('column.station'),
      value: (d) => d.station,
      csvOnly: new Set(plan.days?.map((d) => d.station)).size < 2,
    },
    {
      key: 'hours',
      label: t('column.hours'),
      value: (d) => clock(d.departure),
      cell: (d) => `${clock(d.departure)}–${clock(d.return)}`,
    },
    { key: 'places', label: t('column.places'), value: (d) => d.visits.map((v) => v.locality).join(', ') },
    {
      key: 'persons',
      label: t('column.persons'),
      numeric: true,
      value: (d) => d.persons?.count ?? NaN,
      cell: (d) => countText(d.persons),
    },
    { key: 'road', label: t('column.road'), numeric: true, value: (d) => d.metres / 1000, cell: (d) => kilometres(d.metres) },
  ];
  return html`<data-table
    .columns=${columns}
    .rows=${plan.days ?? []}
    .caption=${t('list.days')}
    .file=${'caravana-zile'}
    .marked=${(d) => d.date === route().date}
  ></data-table>`;
}

const LEVELS = ['hard', 'value', 'cost', 'quality'];

export function scoreTable(plan) {
  const rules = plan.score ?? [];
  return html`<div class="scroll score" tabindex="0" role="region" aria-label=${t('list.score')}>
    <p class="dim small score-text">${t('score.text')}</p>
    ${LEVELS.filter((level) => rules.some((r) => r.level === level)).map(
      (level) =>
        html`<section>
          <h3>${t(`score.${level}`)}</h3>
          <ul class="rules">
            ${rules.filter((r) => r.level === level).map((r) => rule(r, plan.summary))}
          </ul>
        </section>`,
    )}
  </div>`;
}

/** Costs are told in the unit people know; the weighted amount the solver counts with is the tooltip. */
const IN_PLAIN_UNITS = {
  travelSeconds: (summary) => t('unit.hours', { h: integer(summary.drivingSeconds / 3600) }),
  distance: (summary) => kilometres(summary.metres),
  stationDay: (summary) => tn('count.day', summary.stationDays),
};

function amountText(r, summary) {
  if (r.level === 'hard' && r.amount === 0) return t('score.kept');
  return summary && IN_PLAIN_UNITS[r.rule] ? IN_PLAIN_UNITS[r.rule](summary) : integer(r.amount);
}

function rule(r, summary) {
  const broken = r.level === 'hard' && r.amount !== 0;
  return html`<li>
    <span><b>${r.title}</b><span class="small dim">${r.sentence}</span></span
    ><span class="small dim">${r.matches ? tn('score.matches', r.matches) : nothing}</span
    ><b class="rule-amount ${broken ? 'bad' : ''}" title=${integer(r.amount)}>${amountText(r, summary)}</b>
  </li>`;
}

/** @param filter {text, reason} typed and chosen so far; @param change(filter) */
export function unservedList(plan, filter, change, planner) {
  const all = plan.unserved ?? [];
  const reasons = [...new Set(all.flatMap((u) => u.reasons))].sort();
  const wanted = fold(filter.text);
  const rows = all.filter(
    (u) => (!wanted || fold(`${u.locality} ${u.uat}`).includes(wanted)) && (!filter.reason || u.reasons.includes(filter.reason)),
  );
  const columns = [
    {
      key: 'locality',
      label: t('column.locality'),
      value: (u) => u.locality,
      cell: (u) =>
        html`<button class="link" @click=${() => go({ workspace: 'harta', place: String(u.siruta) })}>${u.locality}</button>`,
    },
    { key: 'uat', label: t('column.uat'), value: (u) => u.uat },
    { key: 'kind', label: t('column.kind'), value: (u) => t(`kind.${u.kind}`) },
    {
      key: 'persons',
      label: t('column.persons'),
      numeric: true,
      value: (u) => u.persons?.count ?? NaN,
      cell: (u) => countText(u.persons),
    },
    {
      key: 'reasons',
      label: t('column.reasons'),
      value: (u) => [...u.reasons, ...(u.availability ?? [])].join(' '),
      cell: (u) =>
        html`${u.reasons.map((r) => html`<div>${r}</div>`)}${(u.availability ?? []).map((a) => html`<div class="small dim">${a}</div>`)}${planner ? html`<button class="link small" @click=${() => go({ visit: u.visit })}>${t('unserved.ask')}</button>` : nothing}`,
    },
  ];
  return html`<div class="unserved-filter">
      <div class="field">
        <label for="unserved-text">${t('unserved.place')}</label
        ><input
          class="input"
          id="unserved-text"
          type="search"
          .value=${filter.text}
          @input=${(e) => change({ ...filter, text: e.target.value })}
        />
      </div>
      <div class="field">
        <label for="unserved-reason">${t('unserved.reason')}</label
        ><select class="input" id="unserved-reason" @change=${(e) => change({ ...filter, reason: e.target.value })}>
          <option value="">${t('unserved.anyReason')}</option>
          ${reasons.map((r) => html`<option value=${r} ?selected=${r === filter.reason}>${r}</option>`)}
        </select>
      </div>
    </div>
    <data-table .columns=${columns} .rows=${rows} .caption=${t('list.unserved')} .file=${'caravana-neservite'}></data-table>`;
}
