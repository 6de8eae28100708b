/** Line icons drawn for this dashboard, 24 × 24, decorative: the words beside them carry the meaning. */
import { html, svg } from 'lit';

const SHAPES = {
  map: svg`<path d="M3 6l6-2 6 2 6-2v14l-6 2-6-2-6 2zM9 4v14M15 6v14"/>`,
  calendar: svg`<path d="M4 6.5h16v13.5H4zM4 10.5h16M8.5 4v4M15.5 4v4"/>`,
  van: svg`<path d="M2.5 17V8.5A1.5 1.5 0 0 1 4 7h10v10M14 10h4l3.5 4v3H20M2.5 17H5m4.5 0h5.5"/><circle cx="7.2" cy="17.5" r="2.2"/><circle cx="17.4" cy="17.5" r="2.2"/>`,
  data: svg`<ellipse cx="12" cy="6" rx="7.5" ry="2.8"/><path d="M4.5 6v12c0 1.5 3.4 2.8 7.5 2.8s7.5-1.3 7.5-2.8V6M4.5 12c0 1.5 3.4 2.8 7.5 2.8s7.5-1.3 7.5-2.8"/>`,
  register: svg`<path d="M4 4.5h16v6H4zM4 13.5h16v6H4zM7.5 7.5h.4M7.5 16.5h.4M11 7.5h5.5M11 16.5h5.5"/>`,
  letter: svg`<path d="M3.5 6h17v12.5h-17zM3.5 7l8.5 6.5L20.5 7"/>`,
  search: svg`<circle cx="10.5" cy="10.5" r="6"/><path d="M15 15l5.5 5.5"/>`,
  close: svg`<path d="M5.5 5.5l13 13M18.5 5.5l-13 13"/>`,
  left: svg`<path d="M14.5 5l-7 7 7 7"/>`,
  right: svg`<path d="M9.5 5l7 7-7 7"/>`,
  down: svg`<path d="M5.5 9l6.5 6.5L18.5 9"/>`,
  download: svg`<path d="M12 4v11M7 11l5 5 5-5M5 20h14"/>`,
  upload: svg`<path d="M12 16V5M7 9.5l5-5 5 5M5 20h14"/>`,
  plus: svg`<path d="M12 5v14M5 12h14"/>`,
  pause: svg`<path d="M8.5 5.5v13M15.5 5.5v13"/>`,
  play: svg`<path d="M8 5.5v13l10.5-6.5z"/>`,
  stop: svg`<path d="M6.5 6.5h11v11h-11z"/>`,
  table: svg`<path d="M4 5h16v14H4zM4 10h16M4 14.5h16M10 10v9"/>`,
  print: svg`<path d="M7 9V4h10v5M7 16H4V9h16v7h-3M7 13.5h10V20H7z"/>`,
  info: svg`<circle cx="12" cy="12" r="8.5"/><path d="M12 11v5.5M12 7.3v.4"/>`,
  warning: svg`<path d="M12 4l9 16H3zM12 10v4.5M12 17v.4"/>`,
  offline: svg`<path d="M4 10a12 12 0 0 1 16 0M7.5 13.5a7 7 0 0 1 9 0M12 18v.3M4 4l16 16"/>`,
  user: svg`<circle cx="12" cy="8.5" r="3.7"/><path d="M4.5 20c.8-4 3.8-6 7.5-6s6.7 2 7.5 6"/>`,
  trash: svg`<path d="M5 7h14M9.5 7V4.5h5V7M7 7l1 13h8l1-13"/>`,
  pin: svg`<path d="M12 21s-6.5-6-6.5-11a6.5 6.5 0 0 1 13 0c0 5-6.5 11-6.5 11z"/><circle cx="12" cy="10" r="2.3"/>`,
};

export const icon = (name, size = 20) =>
  html`<svg
    class="icon"
    width=${size}
    height=${size}
    viewBox="0 0 24 24"
    fill="none"
    stroke="currentColor"
    stroke-width="1.7"
    stroke-linejoin="round"
    stroke-linecap="round"
    aria-hidden="true"
    focusable="false"
  >
    ${SHAPES[name]}
  </svg>`;
