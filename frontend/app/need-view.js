/** Figures of one category seen one way: what the map colours, the legend explains and the table lists. Pure functions. */
import { jenks } from '../parts/classes.js';

export const CATEGORIES = [
  'NO_ID',
  'EXPIRED_ID',
  'DAMAGED_ID',
  'FIRST_ID_14',
  'NO_BIRTH_CERTIFICATE',
  'TEMPORARY_ID',
  'NON_TRANSPORTABLE',
];
export const MEASURES = ['rate', 'persons'];

export const figureOf = (row, category) => (category ? row?.categories?.[category] : row?.all);

/** Persons per 1,000 inhabitants; NaN when the figure is hidden or the population unknown. */
export function rateOf(figure, population) {
  return figure && !figure.suppressed && population > 0 ? (figure.mean / population) * 1000 : NaN;
}

/** @return {rows, bySiruta, limits, values}: limits are the upper ends of at most five Jenks classes */
export function needView(needs, category, measure) {
  const rows = needs.rows.map((row) => {
    const figure = figureOf(row, category);
    const rate = rateOf(figure, row.population);
    const persons = figure && !figure.suppressed ? figure.mean : NaN;
    return { ...row, figure, rate, value: measure === 'persons' ? persons : rate };
  });
  const values = rows.map((r) => r.value).filter(Number.isFinite);
  return { rows, bySiruta: new Map(rows.map((r) => [r.siruta, r])), values, limits: jenks(values, 5) };
}

/** Area of a locality's symbol follows the persons it stands for. Radius in pixels, at zoom 11. */
export const symbolRadius = (figure) => (figure && !figure.suppressed ? Math.max(2.5, Math.sqrt(figure.mean) * 1.9) : 2.5);

/**
 * The county's own edge: sides of the UAT rings that only one UAT has. Works because neighbours share their vertices exactly;
 * boundaries that do not fit give mostly lone sides, then there is no edge to draw and the answer is empty.
 */
export function outerEdges(features) {
  const sides = new Map();
  const key = (p) => `${p[0].toFixed(6)},${p[1].toFixed(6)}`;
  for (const feature of features) {
    for (const ring of ringsOf(feature.geometry)) {
      for (let i = 1; i < ring.length; i++) {
        const a = key(ring[i - 1]);
        const b = key(ring[i]);
        const id = a < b ? `${a}|${b}` : `${b}|${a}`;
        if (sides.has(id)) sides.set(id, null);
        else sides.set(id, [ring[i - 1], ring[i]]);
      }
    }
  }
  const lone = [...sides.values()].filter(Boolean);
  return lone.length < sides.size * 0.6 ? lone : [];
}

function ringsOf(geometry) {
  if (geometry.type === 'Polygon') return geometry.coordinates;
  return geometry.type === 'MultiPolygon' ? geometry.coordinates.flat() : [];
}
