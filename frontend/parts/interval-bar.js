import { html } from 'lit';
import { styleMap } from 'lit/directives/style-map.js';

/** An estimate on a line from 0 to `max`: the band is the interval, the mark is the mean. The words stand beside it. */
export function intervalBar(figure, max) {
  if (!figure || figure.suppressed || !(max > 0)) return html`<div class="interval" aria-hidden="true"></div>`;
  const at = (value) => `${Math.min(100, (value / max) * 100)}%`;
  const band = { left: at(figure.low), width: `${Math.min(100, ((figure.high - figure.low) / max) * 100)}%` };
  return html`<div class="interval" aria-hidden="true">
    <b style=${styleMap(band)}></b><em style=${styleMap({ left: at(figure.mean) })}></em>
  </div>`;
}
