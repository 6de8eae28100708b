import assert from 'node:assert/strict';
import test from 'node:test';
import { classOf, histogram, isWide, jenks } from '../parts/classes.js';

const deviation = (values) => {
  const mean = values.reduce((a, b) => a + b, 0) / values.length;
  return values.reduce((sum, v) => sum + (v - mean) ** 2, 0);
};

/** Every way to cut sorted values into k classes, the slow and certain way. */
function bestByTrying(sorted, k) {
  if (k === 1) return deviation(sorted);
  let best = Infinity;
  for (let cut = 1; cut <= sorted.length - k + 1; cut++)
    best = Math.min(best, deviation(sorted.slice(0, cut)) + bestByTrying(sorted.slice(cut), k - 1));
  return best;
}

function costOf(sorted, limits) {
  return limits
    .map((limit, i) => sorted.filter((v) => v <= limit && (i === 0 || v > limits[i - 1])))
    .reduce((sum, c) => sum + deviation(c), 0);
}

test('jenksFindsTheObviousGroups', () => {
  assert.deepEqual(jenks([1, 2, 3, 20, 21, 22, 90, 91], 3), [3, 22, 91]);
});

test('jenksIsAsGoodAsTryingEverything', () => {
  const values = [4, 5, 9, 10, 17, 18.5, 33, 34, 39, 61, 62.5, 80];
  for (const k of [2, 3, 4, 5]) assert.ok(Math.abs(costOf(values, jenks(values, k)) - bestByTrying(values, k)) < 1e-9, `k=${k}`);
});

test('fewDistinctValuesGiveFewClasses', () => {
  assert.deepEqual(jenks([7, 7, 7], 5), [7]);
  assert.deepEqual(jenks([], 5), []);
  assert.deepEqual(jenks([NaN, 3], 5), [3]);
});

test('aLimitBelongsToItsOwnClass', () => {
  assert.equal(classOf(10, [10, 20]), 0);
  assert.equal(classOf(10.01, [10, 20]), 1);
  assert.equal(classOf(99, [10, 20]), 1);
});

test('histogramCountsEveryValueOnce', () => {
  const values = [0, 1, 2, 3, 3, 9.99, 10];
  assert.equal(
    histogram(values, jenks(values, 3), 5).reduce((sum, b) => sum + b.count, 0),
    values.length,
  );
});

test('anIntervalWiderThanItsEstimateIsWide', () => {
  assert.equal(isWide({ mean: 10, low: 4, high: 15 }), true);
  assert.equal(isWide({ mean: 10, low: 5, high: 15 }), false);
  assert.equal(isWide({ suppressed: true }), false);
});
