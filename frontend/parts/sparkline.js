import { html, svg } from 'lit';

const WIDTH = 220;
const HEIGHT = 34;
const MARGIN = 3;

/** Small lines of values over time, each on its own scale: `[{name, points: [{x, y}]}]`. Decorative: the numbers stand beside. */
export function sparkline(lines) {
  return html`<svg class="sparkline" viewBox="0 0 ${WIDTH} ${HEIGHT}" preserveAspectRatio="none" aria-hidden="true">
    ${lines.filter((line) => line.points.length > 1).map((line) => svg`<path class=${line.name} d=${path(line.points)} />`)}
  </svg>`;
}

function path(points) {
  const x = scale(
    points.map((p) => p.x),
    WIDTH,
  );
  const y = scale(
    points.map((p) => p.y),
    HEIGHT - 2 * MARGIN,
  );
  return `M${points.map((p) => `${x(p.x).toFixed(1)} ${(HEIGHT - MARGIN - y(p.y)).toFixed(1)}`).join(' L')}`;
}

/** Values that do not change lie in the middle. */
function scale(values, size) {
  const low = Math.min(...values);
  const range = Math.max(...values) - low;
  return (value) => (range > 0 ? ((value - low) / range) * size : size / 2);
}
