import * as L from 'leaflet';
import { html } from 'lit';
import { fitsPaper, groundMap } from './map-ground.js';
import { Part } from './part.js';

/** The middle of the country, until areas have come. */
const COUNTRY = { at: [45.9, 25], zoom: 7 };

/** Shapes with a tip would each be a stop for the Tab key, hundreds in a year's map; the tables say the same to whoever uses it. */
function keepOutOfTabs(layer) {
  if (layer instanceof L.Path) layer.getElement()?.setAttribute('tabindex', '-1');
}

/** A map that fills its place and shows all of its `areas`, on paper too. Who extends it draws on `this.map`, once there is one. */
export class MapPart extends Part {
  static properties = { areas: { attribute: false } };

  /** What the map is called; `label` and `ground` may be written anew. */
  get label() {
    return '';
  }

  get ground() {
    return { wheel: false, zoomAt: 'bottomright' };
  }

  render() {
    return html`<div class="map-area" role="region" aria-label=${this.label}></div>`;
  }

  firstUpdated() {
    this.map = groundMap(this.querySelector('.map-area'), this.ground);
    this.map.on('layeradd', ({ layer }) => keepOutOfTabs(layer));
    this.map.setView(COUNTRY.at, COUNTRY.zoom);
    fitsPaper(this.map, () => this.fit());
    this.map.on('resize', () => this.fit());
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.map?.remove();
    this.map = undefined;
  }

  fit() {
    if (this.areas) this.map.fitBounds(L.geoJSON(this.areas).getBounds(), { padding: [8, 8], animate: false });
  }
}
