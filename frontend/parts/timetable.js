import { html, nothing } from 'lit';
import { clock, personsText, duration, kilometres } from './format.js';
import { t } from './i18n.js';

/** A day's stops in order with their hours; `choose(index)` is called when one is pointed at, `ask(visit)` when one is asked about. */
export function timetable(route, choose, ask) {
  return html`<ol class="timetable">
    <li class="end">
      <span></span><time>${clock(route.departure)}</time><span>${t('route.leave', { base: route.base.name })}</span>
    </li>
    ${route.stops.map((s, i) => stop(s, i, choose, ask))}
    <li class="end">
      <span></span><time>${clock(route.return)}</time
      ><span>${t('route.back', { base: route.base.name })}${leg(route.returnLeg)}</span>
    </li>
  </ol>`;
}

function stop(s, i, choose, ask) {
  return html`<li @pointerenter=${() => choose?.(i)} @pointerleave=${() => choose?.(undefined)}>
    <span class="stop-number" aria-hidden="true">${i + 1}</span><time>${clock(s.start)}<small>${clock(s.end)}</small></time>
    <span
      >${ask ? html`<button class="link" @click=${() => ask(s.id)}><b>${s.locality}</b></button>` : html`<b>${s.locality}</b>`}${s.siteName && s.siteName !== s.locality ? html`, ${s.siteName}` : nothing}
      <span class="small dim"
        >${personsText(s.persons)} · ${duration(s.end - s.start)} ·
        ${t(`kind.${s.kind}`)}</span
      >${leg(s)}</span
    >
    <span class="chip state-${s.state}">${t(`state.${s.state}`)}</span>
  </li>`;
}

function leg(of) {
  if (!of?.legSeconds && !of?.legMetres) return nothing;
  return html`<span class="tiny dim leg"
    >${t('route.leg', { distance: kilometres(of.legMetres), time: duration(of.legSeconds) })}${of.legEstimated ? html` · ${t('route.estimated')}` : nothing}</span
  >`;
}
