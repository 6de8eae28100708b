/** A Leaflet map: the county itself is the ground, unless the server names background tiles. Shared by every screen with a map. */
import * as L from 'leaflet';
import { county } from '../app/store.js';
import { t } from './i18n.js';

/** @param bounds [west, south, east, north] */
export function groundMap(element, { zoomAt = 'bottomleft', wheel = true } = {}) {
  const map = L.map(element, {
    zoomControl: false,
    attributionControl: false,
    zoomSnap: 0.1,
    zoomDelta: 0.5,
    wheelPxPerZoomLevel: 90,
    minZoom: 7,
    maxZoom: 15,
    scrollWheelZoom: wheel,
    fadeAnimation: false,
    zoomAnimation: !matchMedia('(prefers-reduced-motion: reduce)').matches,
  });
  map.createPane('land').style.zIndex = 390; // under the ways and areas, whichever arrives first
  map.createPane('symbols').style.zIndex = 420;
  map.createPane('names').style.zIndex = 430;
  map.getPane('names').style.pointerEvents = 'none';
  L.control.zoom({ position: zoomAt, zoomInTitle: t('map.zoomIn'), zoomOutTitle: t('map.zoomOut') }).addTo(map);
  const resized = new ResizeObserver(() => map.invalidateSize({ pan: false }));
  resized.observe(element);
  map.on('unload', () => resized.disconnect());
  backgroundTiles(map);
  return map;
}

/** Whose picture it is; `{s}` stands for one of several servers of the same host. */
const hostOf = (tiles) => new URL(tiles.replace('{s}.', ''), location.origin).hostname;

/** Where the server names background tiles they lie under everything, and the land lets them through. */
async function backgroundTiles(map) {
  const { tiles } = county.value ?? (await county.refresh()) ?? {};
  if (!tiles || !map.getPane('land')) return;
  L.tileLayer(tiles, { maxZoom: 19 }).addTo(map);
  L.control.attribution({ prefix: false, position: 'bottomright' }).addAttribution(hostOf(tiles)).addTo(map);
  map.getContainer().classList.add('on-tiles');
}

export const lonLat = ([lon, lat]) => [lat, lon];

/**
 * Paper has another shape than the screen: the map takes it before the browser lays out the page, and goes back after.
 * `refit(printing)` shows again what the map is about.
 */
export function fitsPaper(map, refit) {
  const take = (printing) => () => {
    document.documentElement.classList.toggle('printing', printing);
    map.invalidateSize({ pan: false });
    refit(printing);
  };
  const listeners = { beforeprint: take(true), afterprint: take(false) };
  for (const [name, listener] of Object.entries(listeners)) window.addEventListener(name, listener);
  map.on('unload', () => {
    for (const [name, listener] of Object.entries(listeners)) window.removeEventListener(name, listener);
  });
}

/** Plain land, for maps where the visit is the news. */
export function landLayer(features, style = {}) {
  return L.geoJSON(features, { pane: 'land', interactive: false, style: { className: 'land', weight: 1, ...style } });
}

export const edgeLayer = (edges, pane = 'overlayPane') =>
  L.polyline(
    edges.map((side) => side.map(lonLat)),
    { className: 'county-edge', pane, interactive: false, weight: 1.6 },
  );

/** The whole county as quiet ground, with its edge and the names of its towns. */
export function countyLand(areas, edges) {
  const land = L.layerGroup([landLayer(areas)]);
  if (edges.length) land.addLayer(edgeLayer(edges, 'land'));
  for (const area of areas) {
    const at = L.geoJSON(area).getBounds().getCenter();
    land.addLayer(nameMarker(at, area.properties.name, area.properties.type === 'commune' ? 'commune faint' : 'town faint'));
  }
  return land;
}

export function nameMarker(latLng, text, className = '') {
  const icon = L.divIcon({ className: `place-name ${className}`, html: '', iconSize: null });
  const marker = L.marker(latLng, { icon, interactive: false, keyboard: false, pane: 'names' });
  marker.on('add', () => {
    marker.getElement().textContent = text;
  });
  return marker;
}

export function stopMarker(latLng, text, options = {}) {
  const icon = L.divIcon({ className: `stop ${options.className ?? ''}`, html: '', iconSize: [26, 26] });
  const marker = L.marker(latLng, {
    icon,
    interactive: Boolean(options.title),
    keyboard: false,
    title: options.title ?? '',
    alt: options.title ?? '',
    pane: 'symbols',
  });
  marker.on('add', () => {
    marker.getElement().textContent = text;
  });
  return marker;
}
