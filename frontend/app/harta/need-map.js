import * as L from 'leaflet';
import { html } from 'lit';
import { classOf, isWide } from '../../parts/classes.js';
import { decimal, integer, intervalText } from '../../parts/format.js';
import { t } from '../../parts/i18n.js';
import { edgeLayer, fitsPaper, groundMap, lonLat, nameMarker, stopMarker } from '../../parts/map-ground.js';
import { Part } from '../../parts/part.js';
import { outerEdges, symbolRadius } from '../need-view.js';

const LOCALITIES_FROM_ZOOM = 10.5;
const ALL_NAMES_FROM_ZOOM = 10.75;
const VILLAGE_NAMES_FROM_ZOOM = 12;
const NEED_RAMP = ['n1', 'n2', 'n3', 'n4', 'n5'];

/** The county coloured by need: UATs as areas, localities as symbols from closer by, this month's visits in orange. */
export class NeedMap extends Part {
  static properties = {
    areas: { attribute: false },
    places: { attribute: false },
    view: { attribute: false },
    localityView: { attribute: false },
    selected: { attribute: false },
    visits: { attribute: false },
    base: { attribute: false },
    padding: { attribute: false },
  };

  constructor() {
    super();
    this.layerOf = new Map();
  }

  render() {
    return html`<div class="map-area" role="region" aria-label=${this.label}></div>`;
  }

  get label() {
    return t('map.label');
  }

  firstUpdated() {
    const element = this.querySelector('.map-area');
    this.map = groundMap(element);
    this.map.on('zoomend', () => this.zoomed());
    this.map.on('click', () => this.say('place-chosen', undefined));
    // Until somebody moves the map it keeps showing the whole county, whatever opens or closes around it.
    const touched = () => {
      this.touched = true;
    };
    for (const gesture of ['wheel', 'pointerdown', 'keydown']) element.addEventListener(gesture, touched, { passive: true });
    this.map.on('resize', () => {
      if (!this.touched && this.areaLayer) this.fit();
    });
    fitsPaper(this.map, (printing) => this.fit(printing ? [6, 6, 6, 6] : undefined));
    this.styles = getComputedStyle(document.documentElement);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.map?.remove();
    this.map = undefined;
  }

  updated(changes) {
    if (!this.map || !this.areas) return;
    if (changes.has('areas')) this.drawAreas();
    if (changes.has('places') || changes.has('localityView')) this.drawPlaces();
    if (changes.has('view') || changes.has('areas')) this.paint();
    if (changes.has('visits')) this.drawVisits();
    if (changes.has('base') || changes.has('areas')) this.drawBase();
    if (changes.has('selected') || changes.has('areas') || changes.has('places') || changes.has('localityView'))
      this.markSelected();
  }

  drawAreas() {
    this.areaLayer?.remove();
    this.layerOf.clear();
    this.areaLayer = L.geoJSON(this.areas, {
      style: { weight: 1, className: 'area', fillColor: this.token('nodata'), fillOpacity: 1 },
      onEachFeature: (feature, layer) => this.wire(feature, layer),
    });
    this.fit(); // a map must look somewhere before it can draw
    this.areaLayer.addTo(this.map);
    this.hatchLayer = L.layerGroup().addTo(this.map);
    const edges = outerEdges(this.areas);
    if (edges.length) edgeLayer(edges).addTo(this.map);
    this.drawNames();
  }

  wire(feature, layer) {
    const siruta = Number(feature.id);
    this.layerOf.set(siruta, layer);
    layer.on('click', (event) => {
      L.DomEvent.stop(event);
      this.say('place-chosen', siruta);
    });
    layer.on('mouseover', () => layer.setStyle({ weight: 2.5 }));
    layer.on('mouseout', () => layer.setStyle({ weight: 1 }));
    layer.bindTooltip(() => this.tip(this.view?.bySiruta.get(siruta), feature.properties.name), {
      sticky: true,
      className: 'tip',
      direction: 'top',
      offset: [0, -8],
    });
  }

  /** Built as nodes, not text: names come from a file somebody may have written. */
  tip(row, name) {
    const box = document.createElement('div');
    const line = (tag, text) => {
      const e = document.createElement(tag);
      e.textContent = text;
      box.append(e);
    };
    line('b', name);
    for (const text of this.tipLines(row)) line('div', text);
    return box;
  }

  tipLines(row) {
    if (!row?.figure) return [t('legend.noData')];
    if (row.figure.suppressed) return [t('map.tipHidden')];
    const rate = Number.isFinite(row.rate) ? decimal(row.rate) : '–';
    return [t('map.tip', { n: integer(row.figure.mean), interval: intervalText(row.figure), rate })];
  }

  fit(padding = this.padding ?? [16, 16, 16, 16]) {
    const [left, top, right, bottom] = padding;
    this.map.fitBounds(this.areaLayer.getBounds(), {
      paddingTopLeft: [left, top],
      paddingBottomRight: [right, bottom],
      animate: false,
    });
  }

  paint() {
    if (!this.view) return;
    this.hatchLayer.clearLayers();
    for (const [siruta, layer] of this.layerOf) {
      const row = this.view.bySiruta.get(siruta);
      layer.setStyle({ fillColor: this.colour(row), fillOpacity: 1 });
      layer.getElement()?.classList.toggle('pale', !row || !Number.isFinite(row.value));
      const hatch = this.hatch(row);
      if (hatch)
        this.hatchLayer.addLayer(L.geoJSON(layer.feature, { interactive: false, style: { className: hatch, stroke: false } }));
    }
  }

  /** The class of the pattern drawn over an area; nothing where the figure can be taken as it is. */
  hatch(row) {
    return isWide(row?.figure) ? 'hatched' : undefined;
  }

  get ramp() {
    return NEED_RAMP;
  }

  colour(row) {
    if (row?.figure?.suppressed) return 'url(#dots)';
    if (!row || !Number.isFinite(row.value)) return this.token('nodata');
    return this.token(this.ramp[classOf(row.value, this.view.limits)]);
  }

  token(name) {
    return this.styles.getPropertyValue(`--${name}`).trim();
  }

  drawNames() {
    this.names?.remove();
    this.names = L.layerGroup().addTo(this.map);
    for (const feature of this.areas) {
      const town = feature.properties.type !== 'commune';
      const at = this.layerOf.get(Number(feature.id)).getBounds().getCenter();
      this.names.addLayer(nameMarker(at, feature.properties.name, town ? 'town' : 'commune'));
    }
    this.zoomed();
  }

  drawPlaces() {
    if (!this.places || !this.areaLayer) return;
    this.symbols?.remove();
    this.symbols = L.layerGroup();
    this.villageNames?.remove();
    this.villageNames = L.layerGroup(
      this.places.map((f) => nameMarker(lonLat(f.geometry.coordinates), f.properties.name, 'village')),
    );
    for (const feature of this.places) {
      const siruta = Number(feature.id);
      const row = this.localityView?.bySiruta.get(siruta);
      const symbol = L.circleMarker(lonLat(feature.geometry.coordinates), {
        className: 'locality',
        radius: symbolRadius(row?.figure),
        pane: 'symbols',
        weight: 1,
      });
      symbol.on('click', (event) => {
        L.DomEvent.stop(event);
        this.say('place-chosen', siruta);
      });
      symbol.bindTooltip(() => this.tip(row, feature.properties.name), { className: 'tip', direction: 'top', offset: [0, -6] });
      symbol.feature = feature;
      this.symbols.addLayer(symbol);
    }
    this.zoomed();
  }

  zoomed() {
    const zoom = this.map.getZoom();
    // Communes by name when there is room; from closer by the villages' own names take over.
    this.say('map-zoomed', { villages: zoom >= LOCALITIES_FROM_ZOOM });
    this.map.getContainer().classList.toggle('near', zoom >= ALL_NAMES_FROM_ZOOM && zoom < VILLAGE_NAMES_FROM_ZOOM);
    if (!this.symbols) return;
    if (zoom >= LOCALITIES_FROM_ZOOM) this.symbols.addTo(this.map);
    else this.symbols.remove();
    if (zoom >= VILLAGE_NAMES_FROM_ZOOM) this.villageNames.addTo(this.map);
    else this.villageNames.remove();
  }

  drawVisits() {
    this.visitLayer?.remove();
    this.visitLayer = L.layerGroup().addTo(this.map);
    for (const { latLng, count, title } of this.visits ?? []) {
      this.visitLayer.addLayer(
        stopMarker(latLng, count > 1 ? String(count) : '', { className: count > 1 ? 'many' : 'one', title }),
      );
    }
  }

  drawBase() {
    this.baseMarker?.remove();
    if (this.base)
      this.baseMarker = stopMarker([this.base.lat, this.base.lon], '', { className: 'base', title: this.base.name }).addTo(
        this.map,
      );
  }

  /** The panel of the chosen place must not hide the place itself. */
  uncover(at) {
    const panel = this.parentElement?.querySelector('.place-panel')?.getBoundingClientRect();
    const mine = this.getBoundingClientRect();
    const beside = panel && panel.top < mine.top + mine.height / 3;
    const [left, top] = this.padding ?? [16, 16];
    const right = beside ? mine.right - panel.left + 60 : 30;
    const bottom = panel && !beside ? Math.max(40, mine.bottom - panel.top + 40) : 40;
    this.map.panInside(at, { paddingTopLeft: [left, top + 40], paddingBottomRight: [right, bottom], animate: false });
  }

  markSelected() {
    this.mark?.remove();
    const area = this.layerOf.get(this.selected);
    if (area) {
      this.mark = L.geoJSON(area.feature, { interactive: false, style: { className: 'chosen', fill: false } }).addTo(this.map);
      this.uncover(area.getBounds().getCenter());
      return;
    }
    const place = this.places?.find((f) => Number(f.id) === this.selected);
    if (!place) return;
    const at = lonLat(place.geometry.coordinates);
    const radius = symbolRadius(this.localityView?.bySiruta.get(this.selected)?.figure) + 6;
    this.mark = L.circleMarker(at, { className: 'chosen', radius, fill: false, interactive: false, pane: 'symbols' }).addTo(
      this.map,
    );
    if (this.map.getZoom() < LOCALITIES_FROM_ZOOM || !this.map.getBounds().pad(-0.2).contains(at))
      this.map.setView(at, Math.max(this.map.getZoom(), 11), { animate: false });
  }
}

customElements.define('need-map', NeedMap);
