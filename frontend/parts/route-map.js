import * as L from 'leaflet';
import { html } from 'lit';
import { outerEdges } from '../app/need-view.js';
import { t } from './i18n.js';
import { countyLand, fitsPaper, groundMap, nameMarker, stopMarker } from './map-ground.js';
import { Part } from './part.js';

const NAMES_FROM_ZOOM = 11;

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
    this.drawn.addLayer(stopMarker([base.lat, base.lon], '', { className: 'base', title: base.name }));
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

  /** Names go outwards from the middle of the day's stops, so that close stops do not write over each other. */
  nameStops(stops) {
    const middle = stops.reduce((sum, s) => sum + s.lon, 0) / stops.length;
    for (const s of new Map(stops.map((each) => [each.locality, each])).values()) {
      this.drawn.addLayer(nameMarker([s.lat, s.lon], s.locality, `at-stop ${s.lon >= middle ? 'east' : 'west'}`));
    }
  }

  markChosen() {
    this.stops?.forEach((stop, i) => stop.getElement()?.classList.toggle('on', i === this.chosen));
  }
}

customElements.define('route-map', RouteMap);
