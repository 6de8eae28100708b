/** Lei and bani. The server counts in bani, people in lei. */
import { decimal } from '../../parts/format.js';

export const lei = (bani) => decimal(bani / 100, 2);
export const wholeLei = (bani) => decimal(bani / 100, 0);

/** 12.345 and 12,345: thousands in one country, twelve and a bit in another. */
const TWO_WAYS = /^[1-9]\d{0,2}[.,]\d{3}$/;

/**
 * What somebody typed, in bani; undefined where it is no amount or could be two. One or two digits after the last point or comma are the
 * fraction, as people write it in both languages. Signs that group stand before three digits each and are all the same. A single sign
 * before three digits groups only where the language groups with it: 12.345 in Romanian, 12,345 in English; the other is asked about.
 */
export function bani(text, language = 'ro') {
  const typed = String(text).replace(/\s/g, '');
  if (TWO_WAYS.test(typed) && !typed.includes(language === 'ro' ? '.' : ',')) return undefined;
  const parts = typed.match(/^(\d+|[1-9]\d{0,2}(?:\.\d{3})+|[1-9]\d{0,2}(?:,\d{3})+|)(?:[.,](\d{1,2}))?$/);
  if (!parts || (parts[1] === '' && parts[2] === undefined)) return undefined;
  return Number(parts[1].replace(/[.,]/g, '')) * 100 + Number((parts[2] ?? '').padEnd(2, '0'));
}

/** Why an amount was refused, as a key of the interface's words with its figures. */
export function whyNot(text, language = 'ro') {
  const typed = String(text).replace(/\s/g, '');
  if (!TWO_WAYS.test(typed)) return { key: 'money.noAmount', words: { typed } };
  const [whole, rest] = typed.split(/[.,]/);
  const [groups, fraction] = language === 'ro' ? '.,' : ',.';
  return { key: 'money.twoWays', words: { typed, large: whole + groups + rest, small: whole + fraction + rest.slice(0, 2) } };
}
