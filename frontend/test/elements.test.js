/** An element's own methods must not hide those by which the page itself handles it: lit takes an element away by its `remove`. */
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import test from 'node:test';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const TAKEN = `
  remove before after append prepend replaceWith replaceChildren matches closest contains click focus blur animate scroll scrollTo
  scrollBy scrollIntoView attachShadow hasAttribute getAttribute setAttribute toggleAttribute removeAttribute addEventListener
  removeEventListener dispatchEvent cloneNode normalize insertBefore appendChild removeChild replaceChild showPopover hidePopover
  title lang dir hidden style id slot role children parentElement isConnected dataset draggable tabIndex inert
`
  .split(/\s+/)
  .filter(Boolean);

const sources = ['app', 'parts'].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true })
    .filter((name) => name.endsWith('.js'))
    .map((name) => join(folder, name)),
);

test('noElementHidesAMemberOfTheDom', () => {
  let elements = 0;
  for (const file of sources) {
    const code = readFileSync(join(root, file), 'utf8');
    if (!code.includes('extends Part')) continue;
    elements++;
    for (const [, name] of code.matchAll(/^ {2}(?:async |get |set )?(\w+)\([^)]*\) \{$/gm))
      assert.ok(!TAKEN.includes(name), `${file}: ${name}() hides the DOM's own`);
    for (const [, name] of code.matchAll(/(\w+): \{ (?:state|attribute|type)/g))
      assert.ok(!TAKEN.includes(name), `${file}: the property ${name} hides the DOM's own`);
  }
  assert.ok(elements > 10);
});

test('noTwoElementsShareAName', () => {
  const homes = new Map();
  for (const file of sources)
    for (const [, name] of readFileSync(join(root, file), 'utf8').matchAll(/customElements\.define\('([^']+)'/g))
      homes.set(name, [...(homes.get(name) ?? []), file]);
  const shared = [...homes].filter(([, files]) => files.length > 1);
  assert.deepEqual(shared, []); // the second workspace that defines it would not open at all
});
