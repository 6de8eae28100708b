import assert from 'node:assert/strict';
import test from 'node:test';
import { basisFirst, longestWait, neighbourDate, monthsOf, totalPersons, visitsOfPlace, workingDates } from '../app/plan-facts.js';
import { needView, outerEdges, rateOf } from '../app/need-view.js';
import { ownAddress } from '../app/own-address.js';
import { findPlaces, fold, placeIndex } from '../app/places.js';
import { boundariesOrigin } from '../app/origin.js';
import { factText } from '../app/plan/fact-words.js';
import { stationName } from '../app/plan/station-name.js';
import { byWorth, isChance } from '../app/plan/price-order.js';
import { changed, href, parse } from '../app/route.js';
import { toCsv } from '../parts/csv.js';
import { addMonths, clock, countText, daysInMonth, duration, figureText, personsText, weekday } from '../parts/format.js';
import { setMessages, tn } from '../parts/i18n.js';
import { problemWords } from '../parts/problem-words.js';

setMessages('ro', {
  'v.one': 'o vizită',
  'v.few': '{n} vizite',
  'v.other': '{n} de vizite',
  'unit.hoursMinutes': '{h} h {m} min',
  'unit.hours': '{h} h',
  'unit.minutes': '{m} min',
  'data.boundariesComputed': 'calculate',
  'figure.suppressed': 'ascuns',
  'visit.personsHidden': 'număr de persoane ascuns',
  'problem.columns': 'Lipsesc coloane',
  'problem.columns.text': 'Lipsesc: {missing}, lângă rândul {line}.',
  'problem.day': 'Nu se poate',
  'problem.day.text': 'Alegeți altă zi.',
  'problem.day.station-off': 'Stația nu lucrează.',
});

test('theLongestWaitCountsFromTheFirstDayBetweenVisitsAndUntilTheLast', () => {
  const visit = (uat, kind = 'CAPTURE') => ({ uatSiruta: uat, uat: `UAT ${uat}`, kind, start: 0 });
  const plan = (...days) => ({
    start: '2027-01-01',
    end: '2027-12-31',
    days: days.map(([date, ...visits]) => ({ date, station: 's', visits })),
  });
  assert.deepEqual(longestWait(plan(['2027-03-01', visit(1)], ['2027-10-01', visit(1)])), { uat: 'UAT 1', days: 214 });
  assert.deepEqual(longestWait(plan(['2027-03-01', visit(1)], ['2027-10-01', visit(1, 'HANDOVER')])).days, 305);
  assert.deepEqual(longestWait(plan(['2027-06-30', visit(1)], ['2027-12-01', visit(2)])), { uat: 'UAT 2', days: 334 });
  assert.equal(longestWait(plan()), undefined);
});

test('romanianCountsTakeDeFromTwenty', () => {
  assert.deepEqual(
    [1, 2, 19, 20, 101, 120].map((n) => tn('v', n)),
    ['o vizită', '2 vizite', '19 vizite', '20 de vizite', '101 vizite', '120 de vizite'],
  );
});

test('addressAndStateAreTheSameThing', () => {
  const state = { workspace: 'plan', plan: '3', date: '2027-03-18' };
  assert.deepEqual(parse(href(state).slice(1)), state);
  assert.equal(href({ workspace: 'harta' }), '/');
  assert.equal(parse('?w=nowhere').workspace, 'harta');
});

test('anotherWorkspaceKeepsPlanAndDayOnly', () => {
  assert.deepEqual(
    changed({ workspace: 'harta', place: '57742', category: 'NO_ID', plan: '3', date: '2027-03-18' }, { workspace: 'teren' }),
    { workspace: 'teren', plan: '3', date: '2027-03-18', station: undefined },
  );
});

test('placesAreFoundWithoutDiacritics', () => {
  assert.equal(fold('Câmpia Turzii'), 'campia turzii');
  assert.equal(fold('Şişeşti'), fold('Șișești'));
  const index = placeIndex(
    [{ id: 1, properties: { name: 'Săvădisla', type: 'commune' } }],
    [{ id: 2, properties: { name: 'Valea Săvădislei', uatName: 'X' } }],
  );
  assert.deepEqual(
    findPlaces(index, 'savad').map((e) => e.siruta),
    [1, 2],
  );
  assert.deepEqual(findPlaces(index, '  '), []);
});

test('csvQuotesAndNeverRunsFormulas', () => {
  const columns = [
    { label: 'Nume', value: (r) => r.name },
    { label: 'La 1.000', value: (r) => r.rate },
  ];
  assert.equal(toCsv(columns, [{ name: '=1+1;"x"', rate: -2.5 }], { mark: false }), 'Nume;La 1.000\r\n"\'=1+1;""x""";-2,5\r\n');
  assert.ok(toCsv(columns, []).startsWith('\uFEFF'));
});

test('daysAndHoursAreTheReadersOwn', () => {
  assert.equal(clock(30600), '08:30');
  assert.equal(duration(5400), '1 h 30 min');
  assert.equal(weekday('2027-03-18'), 4);
  assert.equal(daysInMonth('2028-02'), 29);
  assert.equal(addMonths('2027-12', 1), '2028-01');
});

const plan = {
  start: '2027-11-15',
  end: '2028-01-10',
  days: [
    { date: '2027-12-02', station: 's', visits: [{ siruta: 2, uatSiruta: 1, start: 9 }] },
    { date: '2027-11-16', station: 's', visits: [{ siruta: 3, uatSiruta: 1, start: 8 }] },
  ],
};

test('aPlanAnswersByMonthPlaceAndDay', () => {
  assert.deepEqual(monthsOf(plan), ['2027-11', '2027-12', '2028-01']);
  assert.deepEqual(
    visitsOfPlace(plan, 1).map((v) => v.date),
    ['2027-11-16', '2027-12-02'],
  );
  assert.deepEqual(visitsOfPlace(plan, 2).length, 1);
  const dates = workingDates(plan, 's');
  assert.equal(neighbourDate(dates, '2027-11-16', 1), '2027-12-02');
  assert.equal(neighbourDate(dates, '2027-11-16', -1), undefined);
});

test('hiddenCountsAreNotCountedAsZeroSilently', () => {
  assert.deepEqual(totalPersons([{ count: 7 }, { suppressed: true }]), { count: 7, hidden: true });
});

test('hiddenFiguresHaveNoRateAndNoClass', () => {
  assert.ok(Number.isNaN(rateOf({ suppressed: true }, 100)));
  assert.ok(Number.isNaN(rateOf({ mean: 4 }, null)));
  const view = needView(
    {
      rows: [
        { siruta: 1, population: 1000, all: { mean: 10, low: 5, high: 20 } },
        { siruta: 2, population: 50, all: { suppressed: true } },
      ],
    },
    undefined,
    'rate',
  );
  assert.deepEqual(view.values, [10]);
});

test('theCountyEdgeIsWhatOnlyOneUatHas', () => {
  const square = (x, y) => ({
    geometry: {
      type: 'Polygon',
      coordinates: [
        [
          [x, y],
          [x + 1, y],
          [x + 1, y + 1],
          [x, y + 1],
          [x, y],
        ],
      ],
    },
  });
  const row = [0, 1, 2, 3].map((x) => square(x, 0));
  assert.equal(outerEdges([...row, ...[0, 1, 2, 3].map((x) => square(x, 1))]).length, 12);
  assert.equal(outerEdges([square(0, 0), square(5, 0)]).length, 0);
});

test('aSignInLinkLeadsNowhereElse', () => {
  const home = 'https://caravana.example';
  assert.equal(ownAddress('/?w=plan&plan=3', home), `${home}/?w=plan&plan=3`);
  assert.equal(ownAddress(null, home), `${home}/`);
  // A browser drops the tab and reads a backslash as a slash: all of these would lead away, or run as a script.
  for (const elsewhere of ['https://evil.example', '//evil.example', '/\t/evil.example', '/\\evil.example', 'javascript:alert(1)'])
    assert.equal(ownAddress(elsewhere, home), '/');
  assert.equal(new URL(ownAddress('/.//evil.example', home), home).origin, home);
});

test('aRefusalIsToldInTheReadersWordsWithWhatTheServerFound', () => {
  const told = { type: 'urn:caravana:problem:columns', title: 'Columns', detail: 'in English', more: { missing: ['siruta', 'count'], line: 1 } };
  assert.deepEqual(problemWords(told), { title: 'Lipsesc coloane', text: 'Lipsesc: siruta, count, lângă rândul 1.' });
  const day = { type: 'urn:caravana:problem:day', more: { obstacle: 'station-off' } };
  assert.deepEqual(problemWords(day), { title: 'Nu se poate', text: 'Stația nu lucrează.' });
  assert.equal(problemWords({ ...day, more: { obstacle: 'new-one' } }).text, 'Alegeți altă zi.');
  const unknown = { type: 'urn:caravana:problem:new-one', title: 'New', detail: 'As the server says it.' };
  assert.deepEqual(problemWords(unknown), { title: 'New', text: 'As the server says it.' });
});

test('aHiddenFigureSaysNothingOfItsSize', () => {
  const hidden = { suppressed: true };
  assert.deepEqual([countText(hidden), figureText(hidden), personsText(hidden)], ['ascuns', 'ascuns', 'număr de persoane ascuns']);
  assert.equal(countText({ count: 5 }), '5');
});

test('whatACountyDoesNotTellIsNotInvented', () => {
  assert.equal(boundariesOrigin({ source: null, date: null }), 'calculate');
  assert.equal(boundariesOrigin({ source: 'ANCPI', date: '2025-01-01' }), 'ANCPI · 1 ian. 2025');
});

test('theControlStaysOnTopOfThePrices', () => {
  const price = (rule, value) => ({ rule, brings: value === undefined ? undefined : { value } });
  const order = byWorth([price('notice'), price('working-hour', 30), price('same-rules', 5), price('station-day', 70)]);
  assert.deepEqual(
    order.map((p) => p.rule),
    ['same-rules', 'station-day', 'working-hour', 'notice'],
  );
  const found = [price('same-rules', 5), price('notice', -5), price('working-hour', 6), price('station-day')];
  assert.deepEqual(
    found.map((p) => isChance(p, found)),
    [false, true, false, false],
  );
});

test('aScenarioIsMeasuredAgainstThePlanItWasMadeFrom', () => {
  const plan = { id: 'a' };
  const scenario = { id: 'b', basedOn: 'a' };
  assert.deepEqual(basisFirst(scenario, plan), [plan, scenario]);
  assert.deepEqual(basisFirst(plan, scenario), [plan, scenario]);
  assert.deepEqual(basisFirst(scenario, { id: 'c' })[0], scenario);
});

test('aFactIsNamedWithItsPlaceAndDays', () => {
  const belis = { id: '56013', properties: { name: 'Beliș' } };
  const station = { id: 'station-1', name: 'Stația mobilă Cluj' };
  const places = { visits: [{ visit: 'v1', locality: 'Finciu' }], uats: [belis], localities: [], stations: [station] };
  assert.match(factText({ type: 'site-closed', siruta: 56013, from: '2027-03-01', to: '2027-03-01' }, places), /· Beliș · 1 mar\. 2027$/);
  assert.match(factText({ type: 'date-refused', visit: 'v1', from: '2027-03-01' }, places), /· Finciu ·/);
  assert.match(factText({ type: 'station-broken', station: 'station-1', from: '2027-03-01', to: '2027-03-05' }, places), /· Stația mobilă Cluj · .* – /);
});

test('aScenariosFurtherStationHasANumber', () => {
  assert.equal(stationName('station-1', [{ id: 'station-1', name: 'Cluj' }]), 'Cluj');
  assert.equal(stationName('station-2', []), 'station.numbered');
  assert.equal(stationName('x', []), 'x');
});
