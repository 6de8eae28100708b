/** Lei and bani. The server counts in bani, people in lei. */
import { decimal } from '../../parts/format.js';

export const lei = (bani) => decimal(bani / 100, 2);
export const wholeLei = (bani) => decimal(bani / 100, 0);

/**
 * What somebody typed, in bani; undefined where it is no amount. One or two digits after the last point or comma are the fraction,
 * whichever of the two it is; every other point, comma or blank only groups.
 */
export function bani(text) {
  const parts = String(text)
    .replace(/\s/g, '')
    .match(/^(\d[\d.,]*?|)(?:[.,](\d{1,2}))?$/);
  if (!parts || (parts[1] === '' && parts[2] === undefined)) return undefined;
  return Number(parts[1].replace(/[.,]/g, '')) * 100 + Number((parts[2] ?? '').padEnd(2, '0'));
}
