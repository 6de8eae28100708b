import * as L from 'leaflet';
import { nameMarker } from '../../parts/map-ground.js';
import { MapPart } from '../../parts/map-part.js';

/**
 * Offices on the county: each UAT's area in the colour of its office, and marks where offices stand. `classes` maps a UAT's SIRUTA
 * to its style class, `marks` are {lat, lon, name, className, siruta}; a click says `area-chosen` with the UAT's SIRUTA.
 */
class OfficesMap extends MapPart {
  static properties = {
    classes: { attribute: false },
    tips: { attribute: false },
    marks: { attribute: false },
    chosen: { attribute: false },
    label: { attribute: false },
  };

  get ground() {
    return { wheel: false, zoomAt: 'bottomleft' };
  }

  updated(changes) {
    if (!this.map || !this.areas) return;
    if (changes.has('areas')) this.drawAreas();
    if (changes.has('areas') || changes.has('classes') || changes.has('chosen')) this.paint();
    if (changes.has('marks') || changes.has('areas')) this.drawMarks();
  }

  drawAreas() {
    this.layer?.remove();
    this.layer = L.geoJSON(this.areas, {
      style: { weight: 1, fillOpacity: 1 },
      onEachFeature: (feature, layer) => {
        const siruta = Number(feature.id);
        layer.on('click', () => this.say('area-chosen', siruta));
        layer.bindTooltip(() => this.tip(siruta, feature.properties.name), { sticky: true, className: 'tip', direction: 'top' });
      },
    });
    this.fit();
    this.layer.addTo(this.map);
  }

  /** Built as nodes, not text: names come from a file somebody may have written. */
  tip(siruta, name) {
    const box = document.createElement('div');
    for (const [tag, text] of [
      ['b', name],
      ['div', this.tips?.get(siruta) ?? ''],
    ]) {
      const line = document.createElement(tag);
      line.textContent = text;
      box.append(line);
    }
    return box;
  }

  paint() {
    this.layer.eachLayer((layer) => {
      const siruta = Number(layer.feature.id);
      const chosen = siruta === this.chosen ? 'chosen-area' : '';
      layer.getElement()?.setAttribute('class', `leaflet-interactive office-area ${this.classes?.get(siruta) ?? ''} ${chosen}`);
      if (chosen) layer.bringToFront();
    });
  }

  /** A name stands east of its mark unless another mark stands there. */
  sideOf(mark) {
    const inTheWay = (other) => other.lon > mark.lon && other.lon - mark.lon < 0.4 && Math.abs(other.lat - mark.lat) < 0.08;
    return this.marks.some(inTheWay) ? 'west' : 'east';
  }

  drawMarks() {
    this.marksLayer?.remove();
    this.marksLayer = L.layerGroup().addTo(this.map);
    for (const mark of this.marks ?? []) {
      const at = [mark.lat, mark.lon];
      const dot = L.circleMarker(at, { className: `office-mark ${mark.className}`, radius: 8, weight: 2, pane: 'symbols' });
      dot.on('click', () => this.say('area-chosen', mark.siruta));
      const name = nameMarker(at, mark.name, 'at-stop');
      this.marksLayer.addLayer(dot).addLayer(name);
      name.getElement().dataset.side = this.sideOf(mark);
    }
  }
}

customElements.define('offices-map', OfficesMap);
