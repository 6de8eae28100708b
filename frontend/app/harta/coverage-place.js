import { html, nothing } from 'lit';
import { countText, dayMedium, figureText, intervalText, percent } from '../../parts/format.js';
import { t } from '../../parts/i18n.js';
import { icon } from '../../parts/icons.js';
import { age } from '../coverage/age.js';
import { momentOf } from '../coverage/coverage-view.js';
import { go, route } from '../route.js';
import { isPlanner } from '../store.js';

/** Right of the map: what has been reported about the chosen place, how complete that is, and village by village. */
export function coveragePlace({ place, view, villages, feed, localities, recount }) {
  const row = (place.level === 'uat' ? view : villages)?.bySiruta.get(place.siruta);
  const names = (localities ?? []).filter((f) => f.properties.uatSiruta === place.siruta);
  return html`<section class="card place-panel" aria-label=${place.name}>
    <div class="row center">
      <h2>${place.name}</h2>
      <button class="btn icon quiet" aria-label=${t('action.close')} @click=${() => go({ place: undefined })}>
        ${icon('close', 18)}
      </button>
    </div>
    <p class="small dim">
      ${place.level === 'uat' ? t(`uatType.${place.type}`) : t('search.localityOf', { uat: place.uatName })} ·
      ${t('place.siruta', { code: place.siruta })}
    </p>
    ${row ? html`${figures(row, feed)}${recounted(recount?.rows.find((r) => r.siruta === place.siruta), recount)}` : html`<p class="notice">${t('coverage.placeWaits')}</p>`}
    ${
      isPlanner() && row
        ? html`<coverage-persons
            .siruta=${place.siruta}
            .category=${route().category}
            .at=${route().at}
            .known=${route().known}
            .stamp=${JSON.stringify([row.opened, row.resolved, row.withdrawn])}
          ></coverage-persons>`
        : nothing
    }
    ${place.level === 'uat' && names.length > 1 && villages ? villageList(names, villages) : nothing}
  </section>`;
}

function figures(row, feed) {
  if (row.state === 'none') return html`<p class="notice warn">${icon('warning')} ${t('coverage.tipSilent')}</p>`;
  const line = (label, value) => html`<div class="row small"><dt>${label}</dt><dd><b>${value}</b></dd></div>`;
  const count = (key) => line(t(`coverage.${key}`), countText(row[key]));
  const figure = (key) =>
    line(t(`coverage.${key}`), html`${figureText(row[key])} <span class="dim">${intervalText(row[key])}</span>`);
  return html`<div class="figure-block">
      <div class="row">
        <h3>${t(route().age || route().sex ? 'coverage.resolvedShare' : 'coverage.covered')}</h3>
        <span><b class="figure-main">${Number.isFinite(row.value) ? percent(row.value) : '–'}</b> ${interval(row)}</span>
      </div>
    </div>
    <dl class="coverage-figures">
      ${count('opened')} ${count('resolved')} ${count('withdrawn')} ${count('open')} ${row.need ? figure('need') : nothing}
      ${row.moved ? figure('moved') : nothing}
    </dl>
    <p class="small ${row.state === 'behind' ? 'stale-text' : 'dim'}">
      ${t(row.state === 'behind' ? 'coverage.officeBehind' : 'coverage.officeComplete')} ${age(row.completeTo, momentOf(route().at))}
      ${feed.view?.rounding > 1 ? html`<br />${t('coverage.rounded', { n: feed.view.rounding })}` : nothing}
    </p>`;
}

function recounted(row, { before, after } = {}) {
  if (!row || row.verdict === 'HIDDEN') return nothing;
  const both = (figure) => `${figureText(figure)} (${intervalText(figure)})`;
  return html`<div class="small ${row.verdict === 'AGREE' ? 'dim' : 'notice warn'}">
    <div>
      ${t('recount.place', { after: dayMedium(after), counted: both(row.counted), before: dayMedium(before), expected: both(row.expected) })}
      <b>${t(`recount.${row.verdict}`)}</b>
    </div>
  </div>`;
}

const interval = (row) =>
  Number.isFinite(row.covered)
    ? html`<span class="dim small">(${percent(row.coveredFrom)}–${percent(row.coveredTo)})</span>`
    : nothing;

function villageList(features, villages) {
  const rows = features
    .map((f) => ({ name: f.properties.name, siruta: Number(f.id), row: villages.bySiruta.get(Number(f.id)) }))
    .sort((a, b) => a.name.localeCompare(b.name, 'ro'));
  return html`<hr class="rule" />
    <h3>${t('table.localities')}</h3>
    <ul class="village-list">
      ${rows.map(
        ({ name, siruta, row }) =>
          html`<li class="row small">
            <button class="link" @click=${() => go({ place: String(siruta) })}>${name}</button>
            <span
              ><b>${row && Number.isFinite(row.value) ? percent(row.value) : '–'}</b>
              <span class="dim">${row ? t('coverage.villageResolved', { n: countText(row.resolved) }) : nothing}</span></span
            >
          </li>`,
      )}
    </ul>`;
}
