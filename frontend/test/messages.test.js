/** Every word of the interface comes from the message files, and both languages say the same things. */
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import test from 'node:test';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const read = (path) => readFileSync(join(root, path), 'utf8');
const ro = JSON.parse(read('i18n/ro.json'));
const en = JSON.parse(read('i18n/en.json'));

function sources() {
  return ['app', 'parts'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true })
      .filter((name) => name.endsWith('.js'))
      .map((name) => join(folder, name)),
  );
}

test('bothLanguagesHaveTheSameKeys', () => {
  assert.deepEqual(Object.keys(en).sort(), Object.keys(ro).sort());
});

test('bothLanguagesFillTheSamePlaceholders', () => {
  const names = (text) => [...text.matchAll(/\{(\w+)\}/g)].map((m) => m[1]).sort();
  for (const key of Object.keys(ro).filter((k) => !/\.(one|few|other)$/.test(k)))
    assert.deepEqual(names(en[key]), names(ro[key]), key);
});

test('everyKeyUsedExists', () => {
  for (const file of sources()) {
    const code = read(file);
    for (const [, key] of code.matchAll(/\bt\('([^']+)'/g)) assert.ok(key in ro, `${file}: ${key}`);
    for (const [, key] of code.matchAll(/\btn\('([^']+)'/g))
      for (const form of ['one', 'few', 'other']) assert.ok(`${key}.${form}` in ro, `${file}: ${key}.${form}`);
    for (const [, prefix] of code.matchAll(/\bt\(`([^$`]+)\$\{/g))
      assert.ok(
        Object.keys(ro).some((k) => k.startsWith(prefix)),
        `${file}: ${prefix}…`,
      );
  }
});

test('loginPageNamesOnlyKnownKeys', () => {
  for (const [, key] of read('login.html').matchAll(/data-t="([^"]+)"/g)) assert.ok(key in ro, key);
});

test('everyKeyIsUsed', () => {
  const all = sources().map(read).join('\n') + read('login.html');
  const prefixes = [...all.matchAll(/`([\w.]+\.)\$\{/g)].map((m) => m[1]);
  const unused = Object.keys(ro).filter(
    (key) =>
      !all.includes(`'${key}'`) &&
      !all.includes(`"${key}"`) &&
      !all.includes(`'${key.replace(/\.(one|few|other)$/, '')}'`) &&
      !prefixes.some((p) => key.startsWith(p)),
  );
  assert.deepEqual(unused, []);
});

test('romanianUsesCommaBelowLetters', () => {
  for (const [key, text] of Object.entries(ro)) assert.doesNotMatch(text, /[şţŞŢ]/, key);
});

test('codeHoldsNoSentences', () => {
  // Text between tags of a template that is not an expression is a sentence in the wrong place; single signs may stay.
  for (const file of sources()) {
    const templates = read(file).replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '');
    // Names of file formats are the same in every language.
    for (const [, text] of templates.matchAll(/>([^<>${}`'"=;]*[a-zăâîșț]{3,}[^<>${}`'"=;]*)<\//gi))
      if (!/^(CSV|PDF|GPX|ICS|XLSX)$/.test(text.trim())) assert.fail(`${relative(root, file)}: ${text.trim()}`);
  }
});

/** Families that no page meets: the command line's, the office client's, and what is told to machines that sign or read layers. */
const NOT_ON_A_PAGE =
  /(Client|Need|Plan|Store|Territory|Geo|Travel|Layer)Problem\.java$|^(batch|demo)-|^register-not-empty$/;

function refusals() {
  const java = join(root, '../src/main/java');
  const found = new Set();
  for (const name of readdirSync(java, { recursive: true }).filter((n) => n.endsWith('.java'))) {
    const code = readFileSync(join(java, name), 'utf8');
    const makers = name.endsWith('Problem.java') ? /\bsuper\(\s*"([a-z]+(?:-[a-z]+)+)"/g : /\bBadOrder\(\s*"([a-z-]+)"/g;
    for (const [, slug] of code.matchAll(makers))
      if (!NOT_ON_A_PAGE.test(name.replace(/.*\//, '')) && !NOT_ON_A_PAGE.test(slug)) found.add(slug);
  }
  return found;
}

test('everyRefusalAPersonCanMeetHasWordsInBothLanguages', () => {
  const slugs = refusals();
  assert.ok(slugs.size > 50, `only ${slugs.size} found`);
  const silent = [...slugs].filter((slug) => !(`problem.${slug}` in ro) || !(`problem.${slug}.text` in ro));
  assert.deepEqual(silent, []);
});
