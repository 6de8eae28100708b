/** Amounts as people type them. */
import assert from 'node:assert/strict';
import test from 'node:test';
import { bani } from '../app/bani/lei.js';

test('aFractionHasOneOrTwoDigitsAfterPointOrComma', () => {
  assert.equal(bani('1.200,50'), 120_050);
  assert.equal(bani('25,000.00'), 2_500_000);
  assert.equal(bani('12,5'), 1_250);
  assert.equal(bani('0.9'), 90);
  assert.equal(bani(',25'), 25);
});

test('everyOtherSignOnlyGroups', () => {
  assert.equal(bani('90.000'), 9_000_000);
  assert.equal(bani('90,000'), 9_000_000);
  assert.equal(bani(' 1 234 '), 123_400);
  assert.equal(bani('1\u00a0234,5'), 123_450);
  assert.equal(bani('0'), 0);
});

test('whatIsNoAmountIsNone', () => {
  for (const text of ['', ' ', 'zece', '-5', '1.2.3x', ',']) assert.equal(bani(text), undefined, text);
});
