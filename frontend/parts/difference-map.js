import * as L from 'leaflet';
import { outerEdges } from '../app/need-view.js';
import { integer } from './format.js';
import { t } from './i18n.js';
import { countyLand } from './map-ground.js';
import { MapPart } from './map-part.js';

/** Where two plans differ: UATs with more persons in the second, with fewer, and alike. `rows`: [{siruta, name, first, second}]. */
class DifferenceMap extends MapPart {
  static properties = { rows: { attribute: false } };

  get label() {
    return t('compare.mapLabel');
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
}

customElements.define('difference-map', DifferenceMap);
