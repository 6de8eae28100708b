import { html, nothing } from 'lit';
import { countText, dayFull, dayMedium, figureText, integer, percent } from '../../parts/format.js';
import { t, tn } from '../../parts/i18n.js';
import { icon } from '../../parts/icons.js';
import { age } from '../coverage/age.js';
import { classCounts, freshness, momentOf, officeAges, SHARES } from '../coverage/coverage-view.js';
import { serviceTown } from '../coverage/office-name.js';
import { liveChip } from '../coverage/live-chip.js';
import { go, route } from '../route.js';
import { threshold } from '../store.js';
import { categoryFilter } from './county-panel.js';
import './day-control.js';

/** Left of the map: the county's share and how sure it is, the day, the filter, the legend, how far each office is. */
export function coveragePanel({ feed, view, offices, recount, names }) {
  const { category } = route();
  return html`<section class="card county-panel coverage-panel" aria-label=${t('coverage.panel')}>
    <div class="row center">
      <h2 class="panel-title">${t('coverage.covered')}<span class="dim">, ${category ? t(`category.${category}`) : t('coverage.ofAll')}</span></h2>
      ${liveChip(feed)}
    </div>
    ${feed.view ? county(feed.view) : html`<div class="num bone">&nbsp;</div>`}
    <day-control .at=${route().at} .known=${route().known}></day-control>
    ${categoryFilter(category)} ${legend(view?.rows ?? [])} ${sync(view?.rows ?? [], offices)}
    ${recounted(recount, names)}
  </section>`;
}

function county(view) {
  const { county: row, baseline, rounding } = view;
  const known = Number.isFinite(row.covered);
  return html`<div class="num" aria-live="off">${known ? percent(row.covered) : '–'}</div>
    <p class="small dim">
      ${known ? html`${t('figure.interval')}: <b>${percent(row.coveredFrom)}–${percent(row.coveredTo)}</b> · ` : nothing}${t('coverage.sums', { resolved: countText(row.resolved, threshold()), open: countText(row.open, threshold()) })}
    </p>
    <p class="small dim">
      ${baseline ? t(view.asOf < baseline ? 'coverage.beforeBaseline' : 'coverage.sinceBaseline', { date: dayMedium(baseline) }) : t('coverage.noBaseline')}
      ${row.moved ? t('coverage.movedText', { need: figureText(row.need, threshold()), moved: figureText(row.moved, threshold()) }) : nothing}
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
  if (route().known === 'then') return html`<p class="sync small dim">${t('coverage.syncUnknown')}</p>`;
  return html`<section class="sync" aria-label=${t('coverage.sync')}>
    <h3>${at ? t('coverage.syncOn', { date: dayFull(at) }) : t('coverage.sync')}</h3>
    <ul>
      ${officeAges(rows).map(
        ({ office, completeTo }) =>
          html`<li class=${freshness(completeTo, momentOf(at))}>
            <span>${serviceTown(names.get(office) ?? office)}</span>${age(completeTo)}
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
              >${figureText(r.expected, threshold())} → <b>${figureText(r.counted, threshold())}</b>
              <span class="dim">${t(`recount.${r.verdict}`)}</span></span
            >
          </li>`,
      )}
    </ul>
  </details>`;
}
