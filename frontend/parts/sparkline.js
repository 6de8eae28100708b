import { svg, html } from 'lit';

/** A small line of values over time, `points` [{x, y}]; decorative: the numbers stand beside it. */
export function sparkline(points, width = 220, height = 34) {
  if (points.length < 2) return html`<svg class="sparkline" viewBox="0 0 ${width} ${height}" aria-hidden="true"></svg>`;
  const xs = points.map((p) => p.x);
  const ys = points.map((p) => p.y);
  const scale = (v, low, high, size) => (high > low ? ((v - low) / (high - low)) * size : size / 2);
  const at = (p) =>
    `${scale(p.x, xs[0], xs.at(-1), width).toFixed(1)} ${(height - 3 - scale(p.y, Math.min(...ys), Math.max(...ys), height - 6)).toFixed(1)}`;
  return html`<svg class="sparkline" viewBox="0 0 ${width} ${height}" preserveAspectRatio="none" aria-hidden="true">
    ${svg`<path d=${`M${points.map(at).join(' L')}`} />`}
  </svg>`;
}
