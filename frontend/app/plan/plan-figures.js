import { html, nothing } from 'lit';
import { countText, instant, integer, kilometres, percent } from '../../parts/format.js';
import { t, tn } from '../../parts/i18n.js';
import { longestWait } from '../plan-facts.js';
import { planProgress } from './plan-progress.js';

/** The five figures a director asks for first. */
export function planFigures({ plan, needTotal, live, planner, act }) {
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
      )}${planProgress(plan, live, planner, act)}
    </div>`;
  const wait = waiting(plan);
  const share =
    needTotal && s.persons?.count !== undefined ? t('planFigure.share', { share: percent(s.persons.count / needTotal) }) : '';
  return html`<div class="plan-figures" title=${t('planFigure.source', { plan: plan.name, when: instant(plan.createdAt) })}>
    ${figure('persons', countText(s.persons), share)}
    ${figure('uats', `${integer(s.uatsVisited)} / ${integer(s.uatsTotal)}`, [tn('count.visit', s.visits), wait.short].filter(Boolean).join(' · '), '', wait.whole)}
    ${figure('road', kilometres(s.metres), t('planFigure.driving', { time: t('unit.hours', { h: integer(s.drivingSeconds / 3600) }), days: tn('count.day', s.stationDays) }))}
    ${figure('rules', integer(s.hardViolations), s.requiredLeftOut ? tn('planFigure.leftOut', s.requiredLeftOut) : tn('planFigure.unserved', s.unserved), s.hardViolations === 0 ? 'good' : 'bad')}
    ${planProgress(plan, live, planner, act)}
  </div>`;
}

/** How long the UAT that waits longest waits; only where all are visited, or the figure would flatter. */
function waiting(plan) {
  const { uatsVisited, uatsTotal } = plan.summary;
  const longest = uatsVisited === uatsTotal ? longestWait(plan) : undefined;
  if (!longest) return { short: '', whole: '' };
  const words = { days: tn('count.day', longest.days), uat: longest.uat };
  const asked = plan.maxWaitMonths ? t('planFigure.waitAsked', { n: plan.maxWaitMonths }) : '';
  return { short: t('planFigure.wait', words), whole: [t('planFigure.waitWho', words), asked].filter(Boolean).join(' ') };
}

function figure(name, value, below, tone = '', title = '') {
  return html`<div class="card plan-figure" title=${title || nothing}>
    <h3>${t(`planFigure.${name}`)}</h3>
    <div class="num ${tone}">${value}</div>
    <p class="small dim">${below}</p>
  </div>`;
}
