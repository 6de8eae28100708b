import { html, nothing } from 'lit';
import { countText, dayFull, dayMedium, figureText, integer, percent } from '../../parts/format.js';
import { t, tn } from '../../parts/i18n.js';
import { icon } from '../../parts/icons.js';
import { age } from '../coverage/age.js';
import { classCounts, freshness, momentOf, officeAges, resolvedShare, SHARES } from '../coverage/coverage-view.js';
import { serviceTown } from '../coverage/office-name.js';
import { liveChip } from '../coverage/live-chip.js';
import { go, route } from '../route.js';
import { isPlanner } from '../store.js';
import { categoryFilter } from './county-panel.js';
import './day-control.js';
import './persons-filter.js';

/** Left of the map: the county's share and how sure it is, the day, the filter, the legend, how far each office is. */
export function coveragePanel({ feed, view, offices, recount, names }) {
  const { category, age: ageBand, sex } = route();
  const ofPersons = Boolean(ageBand || sex);
  return html`<section class="card county-panel coverage-panel" aria-label=${t('coverage.panel')}>
    <div class="row center">
      <h2 class="panel-title">${t(ofPersons ? 'coverage.resolvedShare' : 'coverage.covered')}<span class="dim">, ${of(category, ofPersons)}</span></h2>
      ${liveChip(feed)}
    </div>
    ${feed.view ? county(feed.view, ofPersons, isSilent(view)) : html`<div class="num bone">&nbsp;</div>`}
    <day-control .at=${route().at} .known=${route().known}></day-control>
    ${categoryFilter(category)}
    ${isPlanner() ? html`<persons-filter .category=${category} .at=${route().at} .known=${route().known} .age=${ageBand} .sex=${sex}></persons-filter>` : nothing}
    ${legend(view?.rows ?? [])} ${sync(view?.rows ?? [], offices)}
    ${recounted(recount, names)}
  </section>`;
}

function of(category, ofPersons) {
  if (category) return t(`category.${category}`);
  return t(ofPersons ? 'coverage.ofReported' : 'coverage.ofAll');
}

/** Persons of one age or sex: what has become of the reported cases, for there is no need to compare with. */
function countyOfPersons(row) {
  const share = resolvedShare(row);
  return html`<div class="num" aria-live="off">${Number.isFinite(share) ? percent(share) : '–'}</div>
    <p class="small dim">${t('coverage.sums', { resolved: countText(row.resolved), open: countText(row.open) })}</p>
    <p class="small dim">${t('persons.noNeed')}</p>`;
}

/** Whether no office has sent anything: then nothing is known, which is not the same as nothing covered. */
const isSilent = (view) => Boolean(view?.rows.length) && view.rows.every((row) => row.state === 'none');

function county(view, ofPersons, silent) {
  const { county: row, baseline, rounding } = view;
  if (silent) return html`<div class="num">–</div><p class="small dim">${t('coverage.silentCounty')}</p>`;
  if (ofPersons) return countyOfPersons(row);
  const known = Number.isFinite(row.covered);
  return html`<div class="num" aria-live="off">${known ? percent(row.covered) : '–'}</div>
    <p class="small dim">
      ${known ? html`${t('figure.interval')}: <b>${percent(row.coveredFrom)}–${percent(row.coveredTo)}</b> · ` : nothing}${t('coverage.sums', { resolved: countText(row.resolved), open: countText(row.open) })}
    </p>
    <p class="small dim">
      ${baseline ? t(view.asOf < baseline ? 'coverage.beforeBaseline' : 'coverage.sinceBaseline', { date: dayMedium(baseline) }) : t('coverage.noBaseline')}
      ${row.moved ? t('coverage.movedText', { need: figureText(row.need), moved: figureText(row.moved) }) : nothing}
      ${rounding > 1 ? t('coverage.rounded', { n: rounding }) : nothing}
    </p>`;
}

function legend(rows) {
  const counts = classCounts(rows);
  return html`<div class="legend" role="group" aria-label=${t('legend.label')}>
    <ol class="ramp shares">
      ${SHARES.map(
        (limit, i) =>
          html`<li title=${tn('count.uat', counts[i])}>
            <small class="of-class">${counts[i] ? integer(counts[i]) : ''}</small><i class="k${i + 1}"></i><span>${percent(limit)}</span>
          </li>`,
      )}
    </ol>
    <ul class="keys">
      <li><i class="key stale"></i>${t('coverage.keyStale')}</li>
      <li><i class="key none"></i>${t('coverage.keyNone')}</li>
      <li><i class="key hidden-count"></i>${t('legend.hidden')}</li>
    </ul>
  </div>`;
}

/** Who is how far: an old figure must not pass for a quiet place. */
function sync(rows, offices) {
  const names = new Map((offices ?? []).map((o) => [o.office, o.name]));
  const at = route().at;
  return html`<section class="sync" aria-label=${t('coverage.sync')}>
    <h3>${at ? t('coverage.syncOn', { date: dayFull(at) }) : t('coverage.sync')}</h3>
    <ul>
      ${officeAges(rows).map(
        ({ office, completeTo }) =>
          html`<li class=${freshness(completeTo, momentOf(at))}>
            <span>${serviceTown(names.get(office) ?? office)}</span>${age(completeTo, momentOf(at))}
          </li>`,
      )}
    </ul>
  </section>`;
}

/** New statistics are not blended with what the feed had led to expect: where they disagree, both are shown. */
function recounted(recount, names) {
  const apart = (recount?.rows ?? []).filter((r) => r.verdict === 'MORE' || r.verdict === 'FEWER');
  if (!recount?.rows.length) return nothing;
  return html`<details class="about recount">
    <summary>
      ${icon('info', 16)} ${tn('recount.apart', apart.length, { of: integer(recount.rows.length) })}
    </summary>
    <p class="small dim">${t('recount.text', { before: dayMedium(recount.before), after: dayMedium(recount.after) })}</p>
    <ul class="village-list">
      ${apart.map(
        (r) =>
          html`<li class="row small">
            <button class="link" @click=${() => go({ place: String(r.siruta) })}>${names.get(r.siruta) ?? r.siruta}</button>
            <span
              >${figureText(r.expected)} → <b>${figureText(r.counted)}</b>
              <span class="dim">${t(`recount.${r.verdict}`)}</span></span
            >
          </li>`,
      )}
    </ul>
  </details>`;
}
