import { html, nothing } from 'lit';
import { styleMap } from 'lit/directives/style-map.js';
import { duration, instant, integer } from '../../parts/format.js';
import { t } from '../../parts/i18n.js';
import { icon } from '../../parts/icons.js';
import { sparkline } from '../../parts/sparkline.js';
import { isRunning } from '../plan-facts.js';

const ACTIONS = { pause: 'pause', resume: 'play', cancel: 'stop' };

/** The search itself: how far it is, what it has won so far, and the ways to stop it. `live` follows it. */
export function planProgress(plan, live, planner, act) {
  if (!isRunning(plan)) return ended(plan);
  const elapsed = live.elapsed(plan);
  const points = live.points(plan.id);
  const share = plan.seconds ? Math.min(1, elapsed / plan.seconds) : 0;
  const times = { elapsed: time(elapsed), total: time(plan.seconds) };
  return html`<div class="card plan-figure progress-figure">
    <div class="row">
      <h3>${t(`planStatus.${plan.status}`)}, ${t('progress.of', times)}</h3>
      <b class="small">${gains(points)}</b>
    </div>
    ${sparkline([lineOf(points, 'value', (p) => p.value), lineOf(points, 'road', (p) => p.metres)])}
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

const lineOf = (points, name, value) => ({ name, points: points.map((p) => ({ x: p.seconds, y: value(p) })) });

/** From the first solution to the newest: more people, or the same people on fewer kilometres. */
function gains(points) {
  if (points.length < 2) return '';
  const [first, last] = [points[0], points.at(-1)];
  const persons = (last.persons?.count ?? 0) - (first.persons?.count ?? 0);
  const kilometres = Math.round((last.metres - first.metres) / 1000);
  const signed = (n) => `${n > 0 ? '+' : '−'}${integer(Math.abs(n))}`;
  const told = [];
  if (persons) told.push(t('progress.persons', { n: signed(persons) }));
  if (kilometres) told.push(t('unit.km', { n: signed(kilometres) }));
  return told.join(' · ');
}

function buttons(plan, act) {
  const allowed = plan.allowedActions ?? [plan.status === 'paused' ? 'resume' : 'pause', 'cancel'];
  return html`<div class="progress-buttons">
    ${allowed
      .filter((action) => action in ACTIONS)
      .map(
        (action) =>
          html`<button
            class="btn icon small-icon"
            aria-label=${t(`progress.${action}`)}
            title=${t(`progress.${action}`)}
            @click=${() => act(action)}
          >
            ${icon(ACTIONS[action], 16)}
          </button>`,
      )}
  </div>`;
}

function ended(plan) {
  const searched = t('progress.seed', { seed: plan.seed ?? '–', time: time(plan.elapsedSeconds ?? plan.seconds ?? 0) });
  return html`<div class="card plan-figure progress-figure">
    <h3>${t('progress.search')}</h3>
    <div class="num ended ${plan.status}">${t(`planStatus.${plan.status}`)}</div>
    <p class="small dim">
      ${[searched, preferred(plan.prefer), t('picker.by', { who: plan.createdBy, when: instant(plan.createdAt) })].filter(Boolean).join(' · ')}
    </p>
  </div>`;
}

/** Which days were asked for; older plans do not say. */
function preferred(kinds) {
  if (!kinds) return '';
  if (!kinds.length) return t('progress.prefersNone');
  return t('progress.prefers', { days: kinds.map((kind) => t(`preferred.${kind}`)).join(', ') });
}

const time = (seconds) => (seconds < 60 ? t('unit.seconds', { s: Math.round(seconds) }) : duration(seconds));
