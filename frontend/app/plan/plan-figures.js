import { html, nothing } from 'lit';
import { styleMap } from 'lit/directives/style-map.js';
import { countText, duration, instant, integer, kilometres, percent } from '../../parts/format.js';
import { t, tn } from '../../parts/i18n.js';
import { icon } from '../../parts/icons.js';
import { sparkline } from '../../parts/sparkline.js';
import { isRunning } from '../plan-facts.js';

/** The five figures a director asks for first. */
export function planFigures({ plan, needTotal, threshold, points, planner, act }) {
  const s = plan.summary;
  if (!s)
    return html`<div class="plan-figures">
      ${Array.from(
        { length: 4 },
        () =>
          html`<div class="card plan-figure">
            <div class="bone bone-line short"></div>
            <div class="bone bone-line"></div>
          </div>`,
      )}${progress(plan, points, planner, act)}
    </div>`;
  const share =
    needTotal && s.persons?.count !== undefined ? t('planFigure.share', { share: percent(s.persons.count / needTotal) }) : '';
  return html`<div class="plan-figures" title=${t('planFigure.source', { plan: plan.name, when: instant(plan.createdAt) })}>
    ${figure('persons', countText(s.persons, threshold), share)}
    ${figure('uats', `${integer(s.uatsVisited)} / ${integer(s.uatsTotal)}`, tn('count.visit', s.visits))}
    ${figure('road', kilometres(s.metres), t('planFigure.driving', { time: t('unit.hours', { h: integer(s.drivingSeconds / 3600) }), days: tn('count.day', s.stationDays) }))}
    ${figure('rules', integer(s.hardViolations), s.requiredLeftOut ? tn('planFigure.leftOut', s.requiredLeftOut) : tn('planFigure.unserved', s.unserved), s.hardViolations === 0 ? 'good' : 'bad')}
    ${progress(plan, points, planner, act)}
  </div>`;
}

function figure(name, value, below, tone = '') {
  return html`<div class="card plan-figure">
    <h3>${t(`planFigure.${name}`)}</h3>
    <div class="num ${tone}">${value}</div>
    <p class="small dim">${below}</p>
  </div>`;
}

function progress(plan, points, planner, act) {
  const running = isRunning(plan);
  const share = plan.seconds ? Math.min(1, (plan.elapsedSeconds ?? 0) / plan.seconds) : 0;
  const title = t(`planStatus.${plan.status}`);
  const gain = points.length > 1 ? points.at(-1).y - points[0].y : 0;
  if (!running) return ended(plan);
  return html`<div class="card plan-figure progress-figure">
    <div class="row">
      <h3>${title}, ${t('progress.of', { elapsed: duration60(plan.elapsedSeconds ?? 0), total: duration60(plan.seconds) })}</h3>
      ${gain > 0 ? html`<b class="small">${t('progress.gain', { n: integer(gain) })}</b>` : nothing}
    </div>
    ${sparkline(points)}
    <div class="row center">
      <div
        class="progress grow"
        role="progressbar"
        aria-label=${t('progress.label')}
        aria-valuenow=${Math.round(share * 100)}
        aria-valuemin="0"
        aria-valuemax="100"
      >
        <i style=${styleMap({ transform: `scaleX(${share})` })}></i>
      </div>
      ${planner ? buttons(plan, act) : nothing}
    </div>
  </div>`;
}

function ended(plan) {
  const searched = t('progress.seed', { seed: plan.seed ?? '–', time: duration60(plan.elapsedSeconds ?? plan.seconds ?? 0) });
  return html`<div class="card plan-figure progress-figure">
    <h3>${t('progress.search')}</h3>
    <div class="num ended ${plan.status}">${t(`planStatus.${plan.status}`)}</div>
    <p class="small dim">${searched} · ${t('picker.by', { who: plan.createdBy, when: instant(plan.createdAt) })}</p>
  </div>`;
}

const duration60 = (seconds) => (seconds < 60 ? t('unit.seconds', { s: Math.round(seconds) }) : duration(seconds));

function buttons(plan, act) {
  const paused = plan.status === 'paused';
  const button = (action, name) =>
    html`<button
      class="btn icon small-icon"
      aria-label=${t(`progress.${action}`)}
      title=${t(`progress.${action}`)}
      @click=${() => act(action)}
    >
      ${icon(name, 16)}
    </button>`;
  return html`<div class="progress-buttons">
    ${paused ? button('resume', 'play') : button('pause', 'pause')}${button('cancel', 'stop')}
  </div>`;
}
