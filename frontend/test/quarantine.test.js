/** What a person reads of an event that waits, and of how old an office's news is. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import { ageWords } from '../app/coverage/age-words.js';
import { eventFacts, newId } from '../app/registru/quarantine-words.js';
import { setMessages } from '../parts/i18n.js';

setMessages('en', JSON.parse(readFileSync(new URL('../i18n/en.json', import.meta.url), 'utf8')));

test('anEventIsToldInWords', () => {
  const event = { id: 'a', at: '2027-03-18T09:00:00Z', siruta: 55446, category: 'NO_ID', change: 'RESOLVED', count: 2 };
  const facts = eventFacts(JSON.stringify(event), (code) => (code === 55446 ? 'Huedin' : undefined));
  assert.deepEqual(facts.slice(0, 4), [
    ['what happened', 'case resolved'],
    ['persons', '2'],
    ['category', 'No identity card'],
    ['place (SIRUTA)', 'Huedin (55446)'],
  ]);
  assert.match(facts[4][1], /18 Mar 2027/);
});

test('whatIsNotUnderstoodIsShownAsItCame', () => {
  const facts = Object.fromEntries(eventFacts('{"at":"yesterday","siruta":"Huedin","category":"CI","change":"X","count":0}'));
  assert.deepEqual(facts, {
    'what happened': 'X',
    persons: '0',
    category: 'CI',
    'place (SIRUTA)': 'Huedin',
    time: 'yesterday',
  });
  for (const nothing of ['5', 'null', '[]']) assert.deepEqual(eventFacts(nothing), []);
});

test('whatNobodyAskedForIsNamedAndNotShown', () => {
  const facts = eventFacts('{"count":1,"name":"Ion Pop","cnp":"1"}');
  assert.deepEqual(facts, [
    ['persons', '1'],
    ['fields nobody asks for', 'name, cnp'],
  ]);
});

test('aNewIdentifierIsARandomUuid', () => {
  assert.match(newId(), /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  assert.notEqual(newId(), newId());
});

test('anAgeIsToldToTheMinuteWhereItMatters', () => {
  const minute = 60_000;
  assert.equal(ageWords(-minute), 'now');
  assert.equal(ageWords(30_000), 'now');
  assert.equal(ageWords(6.5 * minute), '6 minutes ago');
  assert.equal(ageWords(65 * minute), '1 hour ago');
  assert.equal(ageWords(72 * 60 * minute), '3 days ago');
});
