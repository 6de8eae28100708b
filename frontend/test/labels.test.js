/** Names on a day's map lie over no stop and no other name. */
import assert from 'node:assert/strict';
import test from 'node:test';
import { around, besides, placeNames, shiftOf } from '../parts/labels.js';

const FRAME = { left: 0, top: 0, right: 400, bottom: 300 };
const SIZE = { width: 80, height: 16 };
const SIDES = ['east', 'west', 'north', 'south'];
const stop = (x, y) => ({ x, y, radius: 13 });
const named = (mark, sides = SIDES) => ({ mark, size: SIZE, sides });
const sidesOf = (marks) => placeNames(marks.map((m) => named(m)), marks, FRAME).map((p) => p.side);

test('aNameAloneTakesItsFirstSide', () => {
  assert.deepEqual(sidesOf([stop(200, 150)]), ['east']);
});

test('aNameGivesWayToTheNextStop', () => {
  assert.deepEqual(sidesOf([stop(150, 150), stop(210, 150)]), ['west', 'east']);
});

test('aNameGivesWayToAnEarlierName', () => {
  assert.deepEqual(sidesOf([stop(150, 150), stop(150, 165)]), ['east', 'west']);
});

test('aNameStaysOnTheMap', () => {
  assert.deepEqual(sidesOf([stop(390, 150)]), ['west']);
  assert.deepEqual(sidesOf([stop(60, 150)].concat(stop(330, 150))), ['east', 'west']);
});

test('withoutAFreeSideTheNameIsShownAllTheSame', () => {
  const crowd = [-30, 0, 30].flatMap((dx) => [-30, 0, 30].map((dy) => stop(200 + dx, 150 + dy)));
  assert.equal(placeNames([named(stop(200, 150))], crowd, FRAME)[0].side, 'east');
});

test('theGroundsNamesGiveWay', () => {
  const taken = [around(stop(100, 100)), besides(stop(100, 100), SIZE, 'east')];
  assert.equal(shiftOf({ left: 150, top: 130, right: 220, bottom: 145 }, taken), 0);
  assert.equal(shiftOf({ left: 150, top: 84, right: 220, bottom: 99 }, taken), -16);
  const wall = { left: 0, top: 0, right: 400, bottom: 300 };
  assert.equal(shiftOf({ left: 150, top: 95, right: 220, bottom: 110 }, [wall]), undefined);
});
