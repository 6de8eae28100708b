/** What the county's calendar says of a day. */
import assert from 'node:assert/strict';
import test from 'node:test';
import { isMarketDay, schoolYearsWithoutTerms } from '../app/plan/calendar-facts.js';

const CALENDAR = {
  marketDays: [
    { uatSiruta: 1, weekday: 'MON', months: [] },
    { uatSiruta: 2, weekday: 'SUN', months: [4, 5] },
  ],
  knownSchoolDays: [{ from: '2026-09-01', to: '2027-08-31' }],
};

test('aMarketDayIsThatOfTheUatInItsMonths', () => {
  assert.equal(isMarketDay(CALENDAR, 1, '2027-01-04'), true);
  assert.equal(isMarketDay(CALENDAR, 1, '2027-01-05'), false);
  assert.equal(isMarketDay(CALENDAR, 2, '2027-04-04'), true);
  assert.equal(isMarketDay(CALENDAR, 2, '2027-06-06'), false);
  assert.equal(isMarketDay(CALENDAR, 3, '2027-01-04'), false);
  assert.equal(isMarketDay(undefined, 1, '2027-01-04'), false);
});

test('schoolYearsThatNobodyHasToldOfAreNamed', () => {
  assert.deepEqual(schoolYearsWithoutTerms(CALENDAR, '2027-01-01', '2027-08-31'), []);
  assert.deepEqual(schoolYearsWithoutTerms(CALENDAR, '2027-01-01', '2027-12-31'), ['2027–2028']);
  assert.deepEqual(schoolYearsWithoutTerms(CALENDAR, '2026-08-31', '2028-09-01'), ['2025–2026', '2027–2028', '2028–2029']);
  assert.deepEqual(schoolYearsWithoutTerms(CALENDAR, '', '2027-12-31'), []);
  assert.deepEqual(schoolYearsWithoutTerms(CALENDAR, '2027-12-31', '2027-01-01'), []);
});

test('aTermAloneMakesNoSchoolYearKnown', () => {
  const winter = { ...CALENDAR, knownSchoolDays: [{ from: '2027-01-11', to: '2027-04-23' }] };
  assert.deepEqual(schoolYearsWithoutTerms(winter, '2027-01-11', '2027-04-23'), []);
  assert.deepEqual(schoolYearsWithoutTerms(winter, '2027-01-10', '2027-04-23'), ['2026–2027']);
  assert.deepEqual(schoolYearsWithoutTerms(winter, '2027-01-11', '2027-04-24'), ['2026–2027']);
  assert.deepEqual(schoolYearsWithoutTerms(CALENDAR, '2026-09-01', '2027-08-31'), []);
});
