import * as L from 'leaflet';
import { html } from 'lit';
import { outerEdges } from '../app/need-view.js';
import { integer } from './format.js';
import { t } from './i18n.js';
import { countyLand, fitsPaper, groundMap } from './map-ground.js';
import { Part } from './part.js';

/** Where two plans differ: UATs with more persons in the second, with fewer, and alike. `rows`: [{siruta, name, first, second}]. */
class DifferenceMap extends Part {
  static properties = { areas: { attribute: false }, rows: { attribute: false } };

  render() {
    return html`<div class="map-area" role="region" aria-label=${t('compare.mapLabel')}></div>`;
  }

  firstUpdated() {
    this.map = groundMap(this.querySelector('.map-area'), { wheel: false, zoomAt: 'bottomright' });
    this.map.setView([45.9, 25], 7);
    fitsPaper(this.map, () => this.fit());
    this.map.on('resize', () => this.fit());
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.map?.remove();
    this.map = undefined;
  }

  updated() {
    if (!this.map || !this.areas || !this.rows) return;
    this.drawn?.remove();
    const bySiruta = new Map(this.rows.map((row) => [String(row.siruta), row]));
    const most = Math.max(1, ...this.rows.map((row) => Math.abs(row.second - row.first)));
    this.drawn = L.layerGroup([countyLand(this.areas, outerEdges(this.areas))]).addTo(this.map);
    L.geoJSON(this.areas, {
      style: (area) => this.look(bySiruta.get(String(area.id)), most),
      onEachFeature: (area, layer) => layer.bindTooltip(this.tip(area, bySiruta.get(String(area.id))), { className: 'tip', sticky: true }),
    }).addTo(this.drawn);
    this.fit();
  }

  look(row, most) {
    const more = row ? row.second - row.first : 0;
    return {
      className: more > 0 ? 'difference more' : more < 0 ? 'difference less' : 'difference',
      weight: 1,
      fillOpacity: more ? 0.2 + (0.7 * Math.abs(more)) / most : 0,
    };
  }

  tip(area, row) {
    const tip = document.createElement('div');
    const name = document.createElement('b');
    name.textContent = area.properties.name;
    tip.append(name, row ? `${integer(row.first)} → ${integer(row.second)}` : t('compare.neither'));
    return tip;
  }

  fit() {
    if (this.areas) this.map.fitBounds(L.geoJSON(this.areas).getBounds(), { padding: [8, 8], animate: false });
  }
}

customElements.define('difference-map', DifferenceMap);
