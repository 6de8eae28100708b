import { html, nothing } from 'lit';
import { dayMedium, instant } from '../../parts/format.js';
import { t } from '../../parts/i18n.js';
import { icon } from '../../parts/icons.js';

const TONES = { finished: 'brand', solving: 'visit', queued: 'visit', paused: 'warn', failed: 'alarm' };
export const statusChip = (status) => html`<span class="chip ${TONES[status] ?? ''}">${t(`planStatus.${status}`)}</span>`;

/** Which plan is on the screen, and the others; the planner may throw one away. */
export function planPicker({ plans, current, planner, choose, remove }) {
  const pick = (event, id) => {
    event.currentTarget.closest('details').open = false;
    choose(id);
  };
  return html`<details class="menu left plan-picker">
    <summary class="btn"><span class="ellipsis">${current?.name ?? t('picker.none')}</span>${icon('down', 16)}</summary>
    <div class="menu-items">
      <p class="label picker-title">${t('picker.title')}</p>
      <ul>
        ${plans.map(
          (p) =>
            html`<li class="picker-row">
              <button
                class="menu-item"
                aria-current=${String(p.id) === String(current?.id) ? 'true' : nothing}
                @click=${(e) => pick(e, String(p.id))}
              >
                <span class="grow"
                  ><span class="row"><b class="picker-name">${p.name}</b>${statusChip(p.status)}</span
                  ><span class="tiny dim"
                    >${dayMedium(p.start)} – ${dayMedium(p.end)} ·
                    ${t('picker.by', { who: p.createdBy, when: instant(p.createdAt) })}</span
                  ></span
                >
              </button>
              ${planner ? html`<button class="btn icon quiet" aria-label=${t('picker.delete', { plan: p.name })} title=${t('picker.delete', { plan: p.name })} @click=${() => remove(p)}>${icon('trash', 17)}</button>` : nothing}
            </li>`,
        )}
      </ul>
    </div>
  </details>`;
}
