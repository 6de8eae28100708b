import * as L from 'leaflet';
import { html } from 'lit';
import { outerEdges } from '../app/need-view.js';
import { t } from './i18n.js';
import { around, placeNames, shiftOf } from './labels.js';
import { countyLand, fitsPaper, groundMap, nameMarker, stopMarker } from './map-ground.js';
import { Part } from './part.js';

const NAMES_FROM_ZOOM = 11;
const STOP_RADIUS = 13;
const BASE_RADIUS = 9;

/** One day on the road: base, numbered stops, the way between them. `route` is the wire document of a station's day. */
class RouteMap extends Part {
  static properties = { areas: { attribute: false }, route: { attribute: false }, chosen: { attribute: false } };

  render() {
    return html`<div class="map-area" role="region" aria-label=${t('route.mapLabel')}></div>`;
  }

  firstUpdated() {
    this.map = groundMap(this.querySelector('.map-area'), { wheel: false, zoomAt: 'bottomright' });
    fitsPaper(this.map, () => this.fit());
    this.map.setView([46.77, 23.6], 9);
    this.map.on('zoomend', () => this.map.getContainer().classList.toggle('near', this.map.getZoom() >= NAMES_FROM_ZOOM));
    this.map.on('moveend resize', () => this.layNames());
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.map?.remove();
    this.map = undefined;
  }

  updated(changes) {
    if (!this.map) return;
    if (changes.has('areas') && this.areas) this.drawLand();
    if (changes.has('route')) this.drawRoute();
    if (changes.has('chosen')) this.markChosen();
    if (changes.has('areas') || changes.has('route')) this.layNames();
  }

  drawLand() {
    this.land?.remove();
    this.land = countyLand(this.areas, outerEdges(this.areas)).addTo(this.map);
    if (!this.route) this.map.fitBounds(L.geoJSON(this.areas).getBounds(), { padding: [8, 8], animate: false });
  }

  drawRoute() {
    this.drawn?.remove();
    if (!this.route) return;
    const { base, stops, returnLeg } = this.route;
    this.drawn = L.featureGroup().addTo(this.map);
    const legs = [...stops.map((s) => ({ ...s, back: false })), ...(returnLeg ? [{ ...returnLeg, back: true }] : [])].filter(
      (leg) => leg.path?.length > 1,
    );
    for (const leg of legs) this.drawn.addLayer(L.polyline(leg.path, { className: 'road-casing', interactive: false }));
    for (const leg of legs)
      this.drawn.addLayer(
        L.polyline(leg.path, {
          className: `road ${leg.back ? 'back' : ''} ${leg.legEstimated ? 'estimated' : ''}`,
          interactive: false,
        }),
      );
    this.base = stopMarker([base.lat, base.lon], '', { className: 'base', title: base.name }).addTo(this.drawn);
    this.stops = stops.map((s, i) =>
      stopMarker([s.lat, s.lon], String(i + 1), { title: `${i + 1}. ${s.locality}, ${s.siteName}` }),
    );
    for (const stop of this.stops) this.drawn.addLayer(stop);
    this.nameStops(stops);
    this.fit();
    this.markChosen();
  }

  fit() {
    if (this.drawn)
      this.map.fitBounds(this.drawn.getBounds(), {
        padding: [this.clientWidth > 600 ? 90 : 64, 36],
        maxZoom: 12.5,
        animate: false,
      });
  }

  /** Names go outwards from the middle of the day's stops where there is room. */
  nameStops(stops) {
    const middle = stops.reduce((sum, s) => sum + s.lon, 0) / stops.length;
    this.names = [...new Map(stops.map((each) => [each.locality, each])).values()].map((s) => {
      const marker = nameMarker([s.lat, s.lon], s.locality, 'at-stop');
      this.drawn.addLayer(marker);
      const [outwards, inwards] = s.lon >= middle ? ['east', 'west'] : ['west', 'east'];
      return { marker, text: s.locality, sides: [outwards, inwards, 'north', 'south'] };
    });
  }

  /** Each stop's name to a free side of it; a town's own name gives way, and is not said twice. */
  layNames() {
    const { x, y } = this.map.getSize();
    if (!this.route || !this.names || !x || !y) return;
    const pixel = (marker, radius = STOP_RADIUS) => ({ ...this.map.latLngToContainerPoint(marker.getLatLng()), radius });
    const stops = [...this.stops.map((stop) => pixel(stop)), pixel(this.base, BASE_RADIUS)];
    const wanted = this.names.map(({ marker, sides }) => {
      const { offsetWidth, offsetHeight } = marker.getElement();
      return { mark: pixel(marker), size: { width: offsetWidth, height: offsetHeight }, sides };
    });
    const blocked = [this.box(this.querySelector('.leaflet-control-zoom'))];
    const placed = placeNames(wanted, stops, { left: 0, top: 0, right: x, bottom: y }, blocked);
    placed.forEach(({ side }, i) => {
      this.names[i].marker.getElement().dataset.side = side;
    });
    const taken = [...stops.map(around), ...placed.map(({ box }) => box)];
    const said = new Set(this.names.map(({ text }) => text));
    for (const name of this.querySelectorAll('.place-name.faint')) {
      name.style.top = '';
      const shift = said.has(name.textContent) ? undefined : shiftOf(this.box(name), taken);
      name.style.visibility = shift === undefined ? 'hidden' : '';
      if (shift) name.style.top = `${shift}px`;
    }
  }

  /** Where an element stands on the map, in the map's pixels. */
  box(element) {
    const map = this.map.getContainer().getBoundingClientRect();
    const { left, top, right, bottom } = element.getBoundingClientRect();
    return { left: left - map.left, top: top - map.top, right: right - map.left, bottom: bottom - map.top };
  }

  markChosen() {
    this.stops?.forEach((stop, i) => stop.getElement()?.classList.toggle('on', i === this.chosen));
  }
}

customElements.define('route-map', RouteMap);
