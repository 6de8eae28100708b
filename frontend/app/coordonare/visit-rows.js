import { html, nothing } from 'lit';
import { clock, dayShort } from '../../parts/format.js';
import { t, tn } from '../../parts/i18n.js';
import { changed, go, href, route } from '../route.js';
import { daysWaiting, partnerState, passed } from './board-facts.js';

/** The visits as a list one walks with the arrow keys. */
export const visitRows = (visits, today, open) =>
  html`<ol class="visit-rows" @keydown=${walk}>
    ${visits.map((visit) => row(visit, today, visit.id === open))}
  </ol>`;

function walk(event) {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!step) return;
  const links = [...event.currentTarget.querySelectorAll('a')];
  const next = links[links.indexOf(event.target.closest('a')) + step];
  if (!next) return;
  event.preventDefault();
  next.focus();
}

function choose(event, visit) {
  if (event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  go({ visit: visit.id });
}

function row(visit, today, here) {
  const late = passed(visit, today);
  const waiting = late ? undefined : daysWaiting(visit, today);
  return html`<li>
    <a
      class="visit-row ${here ? 'on' : ''}"
      href=${href(changed(route(), { visit: visit.id }))}
      aria-current=${here ? 'true' : nothing}
      @click=${(e) => choose(e, visit)}
    >
      <span class="visit-when"><b>${dayShort(visit.date)}</b><small>${clock(visit.start)}–${clock(visit.end)}</small></span>
      <span class="grow visit-where"
        ><b class="ellipsis">${visit.locality}</b
        ><small class="ellipsis dim">${visit.kind === 'HOME' ? t('kind.HOME') : visit.siteName}</small></span
      >
      <span class="visit-how">
        <span class="chip state-chip ${visit.state}">${t(`state.${visit.state}`)}</span>
        ${visit.roomUntold ? html`<small class="late">${t('heap.room')}</small>` : nothing}
        <small class="partner-marks">${mark(visit, 'mayor')} ${mark(visit, 'police')}</small>
        ${late ? html`<small class="late">${t(`board.${late}`)}</small>` : nothing}
        ${waiting === undefined ? nothing : html`<small class=${waiting >= 7 ? 'late' : 'dim'}>${waiting ? tn('board.waiting', waiting) : t('board.askedToday')}</small>`}
      </span>
    </a>
  </li>`;
}

function mark(visit, partner) {
  const state = partnerState(visit, partner);
  if (state === 'none') return nothing;
  return html`<span class="partner-mark ${state}">${t(`partner.${partner}`)}: ${t(`partnerState.${state}`)}</span>`;
}
