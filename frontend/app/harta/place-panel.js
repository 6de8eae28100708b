import { html, nothing } from 'lit';
import { personsText, clock, dayLong, figureText, integer, intervalText } from '../../parts/format.js';
import { t, tn } from '../../parts/i18n.js';
import { icon } from '../../parts/icons.js';
import { intervalBar } from '../../parts/interval-bar.js';
import { CATEGORIES } from '../need-view.js';
import { visitsOfPlace } from '../plan-facts.js';
import { changed, go, href, route } from '../route.js';
import { source } from './county-panel.js';

/** Right of the map: what is known about the chosen place, by category, and when the station comes. */
export function placePanel({ place, row, needs, villages, plan }) {
  const close = () => go({ place: undefined });
  return html`<section class="card place-panel" aria-label=${place.name}>
    <div class="row center">
      <h2>${place.name}</h2>
      <button class="btn icon quiet" aria-label=${t('action.close')} @click=${close}>${icon('close', 18)}</button>
    </div>
    <p class="small dim">${describe(place, villages)}</p>
    ${row ? figures(row, needs) : html`<p class="notice">${t('place.noFigures')}</p>`} ${visits(plan, place)}
    ${villages.length > 1 ? villageList(villages, needs) : nothing}
  </section>`;
}

function describe(place, villages) {
  const parts = [
    place.level === 'uat' ? t(`uatType.${place.type}`) : t('search.localityOf', { uat: place.uatName }),
    t('place.siruta', { code: place.siruta }),
  ];
  if (place.population) parts.push(tn('count.inhabitant', place.population));
  if (place.level === 'uat') parts.push(tn('count.locality', villages.length));
  return parts.join(' · ');
}

function figures(row, needs) {
  const shown = [row.all, ...CATEGORIES.map((c) => row.categories?.[c])].filter((f) => f && !f.suppressed);
  const categoryMax = Math.max(1, ...shown.slice(row.all?.suppressed ? 0 : 1).map((f) => f.high));
  return html`<div class="figure-block" title=${source(needs)}>
      <div class="row">
        <h3>${t('county.all')}</h3>
        <span
          ><b class="figure-main">${figureText(row.all)}</b>
          <span class="dim small">${interval(row.all)}</span></span
        >
      </div>
      ${intervalBar(row.all, (row.all?.high ?? 1) * 1.25)}
    </div>
    <ul class="category-list" title=${source(needs)}>
      ${CATEGORIES.map((c) => category(c, row.categories?.[c], categoryMax))}
    </ul>
    <p class="tiny dim">${source(needs)}</p>`;
}

const interval = (figure) => (intervalText(figure) ? `(${intervalText(figure)})` : '');

function category(code, figure, max) {
  return html`<li>
    <div class="row small">
      <span>${t(`category.${code}`)}</span
      ><span><b>${figureText(figure)}</b> <span class="dim">${interval(figure)}</span></span>
    </div>
    ${intervalBar(figure, max)}
  </li>`;
}

function visits(plan, place) {
  if (!plan) return nothing;
  const found = visitsOfPlace(plan, place.siruta);
  return html`<hr class="rule" />
    <div class="row">
      <h3>${t('place.visits', { plan: plan.name })}</h3>
      <span class="chip visit">${found.length}</span>
    </div>
    ${
      found.length
        ? html`<ul class="place-visits">
            ${found.map((v) => visit(v))}
          </ul>`
        : html`<p class="small dim">${t('place.noVisits')}</p>`
    }`;
}

function visit(v) {
  const target = { workspace: 'plan', date: v.date, view: 'month', month: v.date.slice(0, 7) };
  const follow = (event) => {
    if (!event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      go(target);
    }
  };
  return html`<li>
    <a href=${href(changed(route(), target))} @click=${follow}><b>${dayLong(v.date)}</b>, ${clock(v.start)}–${clock(v.end)}</a>
    <span class="small dim"
      >${t(`kind.${v.kind}`)} · ${v.siteName} · ${personsText(v.persons)}</span
    >
  </li>`;
}

function villageList(villages, needs) {
  const known = (v) => (v.row?.all && !v.row.all.suppressed ? v.row.all.mean : -1);
  const sorted = [...villages].sort((a, b) => known(b) - known(a) || a.name.localeCompare(b.name, 'ro'));
  return html`<hr class="rule" />
    <h3>${t('place.localities')}</h3>
    <ul class="village-list">
      ${sorted.map(
        (v) =>
          html`<li class="row small">
            <button class="link" @click=${() => go({ place: String(v.siruta) })}>${v.name}</button>
            <span title=${source(needs)}
              ><b>${figureText(v.row?.all)}</b>
              <span class="dim">${interval(v.row?.all)}</span
              >${v.population ? html` <span class="visually-hidden">${t('place.of', { n: integer(v.population) })}</span>` : nothing}</span
            >
          </li>`,
      )}
    </ul>`;
}
