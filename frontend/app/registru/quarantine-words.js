import { instant } from '../../parts/format.js';
import { t } from '../../parts/i18n.js';
import { CATEGORIES } from '../need-view.js';

/** The fields of an event, in the order a person asks for them. */
const FIELDS = ['change', 'count', 'category', 'siruta', 'at', 'ageBand', 'sex', 'id'];
export const CHANGES = ['OPENED', 'RESOLVED', 'WITHDRAWN'];

const worded = {
  at: (value) => (Number.isNaN(Date.parse(value)) ? value : instant(value)),
  category: (value) => (CATEGORIES.includes(value) ? t(`category.${value}`) : value),
  change: (value) => (CHANGES.includes(value) ? t(`quarantine.change.${value}`) : value),
};

/**
 * What a waiting event says, as [label, value] in the reader's words. Of fields that nobody asked for only the names are told: what
 * stands in them may name a person.
 *
 * @param placeName code => name, or undefined
 */
export function eventFacts(text, placeName = () => undefined) {
  const event = JSON.parse(text);
  if (event === null || typeof event !== 'object' || Array.isArray(event)) return [];
  const facts = FIELDS.filter((field) => event[field] !== undefined && event[field] !== null).map((field) => [
    t(`quarantine.field.${field}`),
    said(field, event[field], placeName),
  ]);
  const strange = Object.keys(event).filter((field) => !FIELDS.includes(field));
  return strange.length ? [...facts, [t('quarantine.strange'), strange.join(', ')]] : facts;
}

function said(field, value, placeName) {
  if (field === 'siruta' && placeName(value)) return `${placeName(value)} (${value})`;
  if (typeof value === 'object') return JSON.stringify(value);
  return String(worded[field]?.(value) ?? value);
}

/** A random UUID (RFC 9562, version 4), also where the page is not served encrypted. */
export function newId() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6] & 0x0f) | 0x40;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  const hex = [...bytes].map((b) => b.toString(16).padStart(2, '0')).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
