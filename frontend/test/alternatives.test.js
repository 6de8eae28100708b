import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import { handoverText, othersText } from '../app/plan/delta-words.js';
import { setMessages } from '../parts/i18n.js';

setMessages('en', JSON.parse(readFileSync(new URL('../i18n/en.json', import.meta.url), 'utf8')));

const visit = (locality, to) => ({ visit: { locality }, from: { date: '2027-02-09', start: 36000 }, to });
const cards = visit('Baciu', { date: '2027-07-08', start: 36000 });

test('aHandoverThatMovesAlongSaysItsDaysAndWhetherItWasAgreed', () => {
  assert.equal(handoverText(null, false), '');
  assert.match(handoverText(cards, false), /moves along: from .*9.* to .*8/);
  assert.match(handoverText(cards, true), /must be told again/);
});

test('besideAHandoverOthersMakeRoomOnDaysOfTheirOwn', () => {
  const others = [visit('Gilău', cards.to), visit('Stolna', cards.to), visit('Ploscoș', null)];
  assert.match(othersText(others), /two days change places/);
  assert.equal(othersText(others, cards), '2 visits make room on other days, too. Is left out: Ploscoș.');
});
