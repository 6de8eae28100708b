import { html, nothing } from 'lit';
import { styleMap } from 'lit/directives/style-map.js';
import { histogram } from '../../parts/classes.js';
import { dayMedium, decimal, figureText, integer, intervalText } from '../../parts/format.js';
import { t } from '../../parts/i18n.js';
import { icon } from '../../parts/icons.js';
import { CATEGORIES, MEASURES, figureOf } from '../need-view.js';
import { boundariesOrigin } from '../origin.js';
import { go } from '../route.js';

/** Left of the map: the county's figure and how sure it is, the filter, the legend, where the figure comes from. */
export function countyPanel({ needs, view, category, measure, boundaries }) {
  const figure = figureOf(needs.county, category);
  return html`<section class="card county-panel" aria-label=${t('county.label')}>
    <h2 class="panel-title">
      ${category ? t(`category.${category}`) : t('county.all')}<span class="dim">, ${t('county.estimate')}</span>
    </h2>
    <div class="num" title=${source(needs)}>${figureText(figure)}</div>
    <p class="small dim">
      ${figure && !figure.suppressed ? html`${t('figure.interval')}: <b>${intervalText(figure)}</b> · ` : nothing}${t('figure.on', { date: dayMedium(needs.asOf) })}
    </p>
    ${categoryFilter(category)} ${legend(view, measure)}
    <details class="about">
      <summary>${icon('info', 16)} ${t('county.about')}</summary>
      <dl>
        <dt>${t('about.source')}</dt>
        <dd>${needs.source}</dd>
        <dt>${t('about.date')}</dt>
        <dd>${dayMedium(needs.asOf)}</dd>
        <dt>${t('about.method')}</dt>
        <dd>${t('about.methodText')} <span class="dim">(${needs.method})</span></dd>
        <dt>${t('about.hidden')}</dt>
        <dd>${t('about.hiddenText', { threshold: needs.threshold })}</dd>
      </dl>
    </details>
    ${boundaries?.generalised ? html`<p class="tiny dim boundary-note" title=${boundariesOrigin(boundaries)}>${t('map.generalised')}</p>` : nothing}
  </section>`;
}

export const source = (needs) => t('figure.source', { source: needs.source, date: dayMedium(needs.asOf) });

export function categoryFilter(category) {
  const chip = (value, label) =>
    html`<button
      class="chip ${value === category ? 'on' : ''}"
      aria-pressed=${value === category}
      @click=${() => go({ category: value })}
    >
      ${label}
    </button>`;
  return html`<div class="chips filter" role="group" aria-label=${t('county.filter')}>
    ${chip(undefined, t('category.all'))}${CATEGORIES.map((c) => chip(c, t(`category.${c}`)))}
  </div>`;
}

function legend(view, measure) {
  const show = (value) => (measure === 'rate' ? decimal(value, value < 10 ? 1 : 0) : integer(value));
  const bins = histogram(view.values, view.limits);
  const tallest = Math.max(1, ...bins.map((b) => b.count));
  return html`<div class="legend" role="group" aria-label=${t('legend.label')}>
    <div class="row center">
      <div class="segments small-segments" role="group" aria-label=${t('legend.measure')}>
        ${MEASURES.map(
          (m) =>
            html`<button aria-pressed=${m === measure} @click=${() => go({ measure: m === 'rate' ? undefined : m })}>
              ${t(`measure.${m}`)}
            </button>`,
        )}
      </div>
      <span class="tiny dim" title=${t('legend.jenksLong')}>${t('legend.jenks', { n: view.limits.length })}</span>
    </div>
    <div class="histogram" aria-hidden="true">
      ${bins.map((b) => html`<i class="c${b.class + 1}" style=${styleMap({ height: `${b.count ? 6 + (b.count / tallest) * 94 : 0}%` })}></i>`)}
    </div>
    <ol class="ramp">
      ${view.limits.map((limit, i) => html`<li><i class="c${i + 1}"></i>${i === 0 ? html`<small>${show(Math.min(...view.values))}</small>` : nothing}<span>${show(limit)}</span></li>`)}
    </ol>
    <ul class="keys">
      <li><i class="key wide"></i>${t('legend.wide')}</li>
      <li><i class="key hidden-count"></i>${t('legend.hidden')}</li>
      <li><i class="key none"></i>${t('legend.noData')}</li>
      <li><i class="key symbol"></i>${t('legend.symbols')}</li>
    </ul>
  </div>`;
}
