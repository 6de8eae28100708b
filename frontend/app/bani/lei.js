/** Lei and bani. The server counts in bani, people in lei. */
import { decimal } from '../../parts/format.js';

export const lei = (bani) => decimal(bani / 100, 2);
export const wholeLei = (bani) => decimal(bani / 100, 0);
/** What somebody typed, in bani; undefined where it is no amount. */
export function bani(text) {
  const number = Number(
    String(text)
      .trim()
      .replace(/\s|\.(?=\d{3}(\D|$))/g, '')
      .replace(',', '.'),
  );
  return Number.isFinite(number) && String(text).trim() !== '' ? Math.round(number * 100) : undefined;
}
