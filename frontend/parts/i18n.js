/** Interface text. Keys live in i18n/<language>.json; code never holds a sentence of its own. */
export const LANGUAGES = ['ro', 'en'];
const STORED = 'caravana.language';
const listeners = new Set();
let messages = {};
let current = preferredLanguage();
let plurals = new Intl.PluralRules(current);

export const language = () => current;

/** Picks what was chosen last time; Romanian otherwise, whatever the browser says: it is the office's language. */
export function preferredLanguage(storage = globalThis.localStorage) {
  const chosen = new URLSearchParams(globalThis.location?.search ?? '').get('lang') ?? storage?.getItem(STORED);
  return LANGUAGES.includes(chosen) ? chosen : 'ro';
}

export async function useLanguage(code) {
  const response = await fetch(`/i18n/${code}.json`);
  if (!response.ok) throw new Error(`messages ${code}: ${response.status}`);
  setMessages(code, await response.json());
  localStorage.setItem(STORED, code);
  document.documentElement.lang = code;
  for (const changed of listeners) changed();
}

/** For tests and for the first load; does not notify. */
export function setMessages(code, map) {
  current = code;
  messages = map;
  plurals = new Intl.PluralRules(code);
}

export function onLanguage(changed) {
  listeners.add(changed);
  return () => listeners.delete(changed);
}

/** The message under a key; `{name}` is replaced by `values.name`. An unknown key shows itself, so that it is seen. */
export function t(key, values = {}) {
  const text = messages[key];
  if (text === undefined) return key;
  return text.replace(/\{(\w+)\}/g, (whole, name) => (name in values ? String(values[name]) : whole));
}

/** The message in the plural form the count asks for: `key.one`, `key.few`, `key.other`; `{n}` is the formatted count. */
export function tn(key, count, values = {}) {
  const form = plurals.select(count);
  return t(`${key}.${form}`, { n: new Intl.NumberFormat(locale()).format(count), ...values });
}

/** The message if we have one; for names the server may add without asking us. */
export const known = (key) => messages[key];

export const locale = () => (current === 'ro' ? 'ro-RO' : 'en-GB');
