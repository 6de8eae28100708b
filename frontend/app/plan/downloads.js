import { html } from 'lit';
import { t } from '../../parts/i18n.js';
import { icon } from '../../parts/icons.js';

const menu = (items, classes = '') =>
  html`<details class="menu ${classes}">
    <summary class="btn">${icon('download', 18)} ${t('action.download')}</summary>
    <div class="menu-items">
      ${items.map(([address, format, text]) => html`<a class="menu-item" href=${address} download><b>${format}</b><span>${text}</span></a>`)}
    </div>
  </details>`;

/** The action graphic in the forms people need it. */
export function planDownloads(planId) {
  const base = `/api/v1/plans/${encodeURIComponent(planId)}/action-graphic`;
  return menu(
    [
      [`${base}.pdf`, 'PDF', t('download.graphicPdf')],
      [`${base}.xlsx`, 'XLSX', t('download.graphicXlsx')],
      [`${base}.ics`, 'ICS', t('download.graphicIcs')],
      [`${base}.csv`, 'CSV', t('download.graphicCsv')],
    ],
    'plan-downloads',
  );
}

/** A station's day to take along. */
export function routeDownloads(planId, station, date, { counts = false } = {}) {
  const day = `/api/v1/stations/${encodeURIComponent(station)}/days/${date}`;
  const base = `${day}/route`;
  const query = planId ? `?plan=${encodeURIComponent(planId)}` : '';
  return menu(
    [
      [`${base}.pdf${query}`, 'PDF', t('download.routePdf')],
      ...(counts ? [[`${day}/counts.pdf`, 'PDF', t('download.countsPdf')]] : []),
      [`${base}.gpx${query}`, 'GPX', t('download.routeGpx')],
      [`${base}.ics${query}`, 'ICS', t('download.routeIcs')],
      [`${base}.geojson${query}`, 'GeoJSON', t('download.routeGeojson')],
    ],
    'route-downloads up',
  );
}
