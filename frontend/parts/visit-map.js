import * as L from 'leaflet';
import { outerEdges } from '../app/need-view.js';
import { totalPersons } from '../app/plan-facts.js';
import { dayShort } from './format.js';
import { t } from './i18n.js';
import { countyLand } from './map-ground.js';
import { MapPart } from './map-part.js';

/** Where the station goes in a month or a year: a circle a locality, its area as many persons as are expected there. */
class VisitMap extends MapPart {
  static properties = { visits: { attribute: false } };

  get label() {
    return t('visits.mapLabel');
  }

  updated(changes) {
    if (!this.map) return;
    if (changes.has('areas') && this.areas) {
      this.land?.remove();
      this.land = countyLand(this.areas, outerEdges(this.areas)).addTo(this.map);
      this.fit();
    }
    if (changes.has('visits')) this.drawVisits();
  }

  drawVisits() {
    this.circles?.remove();
    this.circles = L.layerGroup().addTo(this.map);
    const places = new Map();
    for (const visit of this.visits ?? []) places.set(visit.siruta, [...(places.get(visit.siruta) ?? []), visit]);
    for (const visits of places.values()) this.circles.addLayer(this.circle(visits));
  }

  circle(visits) {
    const persons = totalPersons(visits.map((v) => v.persons)).count;
    const circle = L.circleMarker([visits[0].lat, visits[0].lon], {
      className: 'visit-circle',
      radius: 2.5 + Math.sqrt(persons) * 0.9,
      pane: 'symbols',
      weight: 1,
    });
    const tip = document.createElement('div');
    const name = document.createElement('b');
    name.textContent = visits[0].locality;
    tip.append(name, visits.map((v) => dayShort(v.date)).join('; '));
    return circle.bindTooltip(tip, { className: 'tip', direction: 'top' });
  }
}

customElements.define('visit-map', VisitMap);
