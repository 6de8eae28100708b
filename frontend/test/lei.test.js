/** Amounts as people type them. */
import assert from 'node:assert/strict';
import test from 'node:test';
import { bani, whyNot } from '../app/bani/lei.js';

test('aFractionHasOneOrTwoDigitsAfterPointOrComma', () => {
  assert.equal(bani('1.200,50'), 120_050);
  assert.equal(bani('25,000.00'), 2_500_000);
  assert.equal(bani('12,5'), 1_250);
  assert.equal(bani('0.9'), 90);
  assert.equal(bani(',25'), 25);
});

test('everyOtherSignOnlyGroups', () => {
  assert.equal(bani('90.000'), 9_000_000);
  assert.equal(bani('1.234.567'), 123_456_700);
  assert.equal(bani('1,234,567'), 123_456_700);
  assert.equal(bani(' 1 234 '), 123_400);
  assert.equal(bani('1\u00a0234,5'), 123_450);
  assert.equal(bani('0'), 0);
});

/** 12,345 is twelve and a bit in Romanian and twelve thousand in English: read wrongly it is a thousand times too much. */
test('whatCouldBeTwoAmountsIsNone', () => {
  assert.equal(bani('12,345', 'ro'), undefined);
  assert.equal(bani('12.345', 'ro'), 1_234_500);
  assert.equal(bani('12.345', 'en'), undefined);
  assert.equal(bani('12,345', 'en'), 1_234_500);
  for (const text of ['0,345', '1.2,5', '12.34.567', '1234.567', '1,234.567']) assert.equal(bani(text, 'ro'), undefined, text);
});

test('aRefusedAmountSaysHowToWriteEitherMeaning', () => {
  assert.deepEqual(whyNot('12,345', 'ro'), { key: 'money.twoWays', words: { typed: '12,345', large: '12.345', small: '12,34' } });
  assert.deepEqual(whyNot('12.345', 'en').words, { typed: '12.345', large: '12,345', small: '12.34' });
  assert.deepEqual(whyNot('zece', 'ro'), { key: 'money.noAmount', words: { typed: 'zece' } });
});

test('whatIsNoAmountIsNone', () => {
  for (const text of ['', ' ', 'zece', '-5', '1.2.3x', ',']) assert.equal(bani(text), undefined, text);
});
