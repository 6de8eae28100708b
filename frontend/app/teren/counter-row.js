import { html } from 'lit';
import { t } from '../../parts/i18n.js';

/** A figure with two big buttons, for a thumb: `step(-1)` or `step(1)`. */
export function counterRow(label, count, step) {
  return html`<div class="counter">
    <span class="counter-label">${label}</span>
    <button
      type="button"
      class="counter-step"
      aria-label=${t('field.less', { what: label })}
      ?disabled=${!count}
      @click=${() => step(-1)}
    >
      −</button
    ><output class=${count ? 'some' : ''} aria-label=${label}>${count}</output
    ><button type="button" class="counter-step" aria-label=${t('field.more', { what: label })} @click=${() => step(1)}>+</button>
  </div>`;
}
