/** The coverage map's arithmetic, and the feed behind it with a browser's EventSource played by hand. */
import assert from 'node:assert/strict';
import test from 'node:test';
import { CoverageFeed } from '../app/coverage/coverage-feed.js';
import { classCounts, coverageView, freshness, momentOf, officeAges, resolvedShare } from '../app/coverage/coverage-view.js';

const NOON = Date.parse('2027-03-18T12:00:00Z');
const row = (siruta, more = {}) => ({
  siruta,
  office: 'A',
  covered: 0.3,
  completeTo: '2027-03-18T06:00:00Z',
  need: { mean: 10, low: 5, high: 20 },
  ...more,
});

test('anOfficeTwoDaysAndAnHourBehindIsBehind', () => {
  assert.equal(freshness('2027-03-16T12:00:00Z', NOON), 'current');
  assert.equal(freshness('2027-03-16T11:00:00Z', NOON), 'behind');
  assert.equal(freshness(null, NOON), 'none');
});

test('aPastDayIsJudgedByItsOwnEnd', () => {
  assert.equal(momentOf(undefined, NOON), NOON);
  assert.equal(momentOf('2027-03-10', NOON), Date.parse('2027-03-10T22:00:00Z'));
  assert.equal(freshness('2027-03-10T06:00:00Z', momentOf('2027-03-10', NOON)), 'current');
});

test('aSilentOfficesPlaceHasNoShare', () => {
  const view = coverageView([row(1), row(2, { completeTo: null, covered: null }), row(3, { covered: null })], NOON);
  assert.equal(view.bySiruta.get(1).value, 0.3);
  assert.equal(view.bySiruta.get(2).state, 'none');
  assert.ok(Number.isNaN(view.bySiruta.get(2).value));
  assert.ok(Number.isNaN(view.bySiruta.get(3).value));
  assert.deepEqual(classCounts(view.rows), [0, 0, 1, 0, 0]);
});

test('whatAnotherOfficeToldOfASilentOnesPlaceIsShownAsIncomplete', () => {
  const told = coverageView([row(1, { completeTo: null, covered: 0.4 })], NOON).bySiruta.get(1);
  assert.equal(told.state, 'behind');
  assert.equal(told.value, 0.4);
});

test('theSlowestOfficeComesFirst', () => {
  const rows = [row(1), row(2, { office: 'B', completeTo: null }), row(3, { office: 'C', completeTo: '2027-03-01T00:00:00Z' })];
  assert.deepEqual(
    officeAges(rows).map((o) => o.office),
    ['B', 'C', 'A'],
  );
});

class FakeStream extends EventTarget {
  static CLOSED = 2;
  static opened = [];
  constructor(address) {
    super();
    this.address = address;
    this.readyState = 1;
    FakeStream.opened.push(this);
  }
  close() {
    this.readyState = 2;
  }
  tell(name, data) {
    this.dispatchEvent(Object.assign(new Event(name), data && { data: JSON.stringify(data) }));
  }
}

function feedOf(question, context) {
  FakeStream.opened = [];
  globalThis.EventSource = FakeStream;
  context.mock.timers.enable({ apis: ['setTimeout'] });
  const host = { addController: () => undefined, requestUpdate: () => undefined };
  const feed = new CoverageFeed(host, () => question.now);
  feed.hostConnected();
  return feed;
}

test('changesJoinWhatIsKnownAndSayWhatIsFresh', (context) => {
  const feed = feedOf({ now: { level: 'uat' } }, context);
  const [stream] = FakeStream.opened;
  assert.equal(stream.address, '/api/v1/coverage/stream?level=uat');
  stream.tell('snapshot', { asOf: '2027-03-18', rows: [row(1), row(2)] });
  assert.equal(feed.state, 'live');
  assert.equal(feed.fresh.size, 0);
  const before = feed.rows;
  stream.tell('changed', { asOf: '2027-03-18', rows: [row(2, { covered: 0.9 })] });
  assert.notEqual(feed.rows, before);
  assert.equal(feed.rows.get(1).covered, 0.3);
  assert.equal(feed.rows.get(2).covered, 0.9);
  assert.deepEqual([...feed.fresh], [2]);
});

test('aShortBreakIsNotToldALongOneIsAndWhatIsKnownStays', (context) => {
  const feed = feedOf({ now: { level: 'uat' } }, context);
  const [stream] = FakeStream.opened;
  stream.tell('snapshot', { rows: [row(1)] });
  stream.tell('error');
  context.mock.timers.tick(1_000);
  assert.equal(feed.state, 'live');
  stream.tell('open');
  stream.tell('error');
  context.mock.timers.tick(2_000);
  assert.equal(feed.state, 'away');
  assert.equal(feed.rows.size, 1);
  stream.tell('open');
  assert.equal(feed.state, 'live');
});

test('aStreamTheBrowserGaveUpIsTakenUpAnew', async (context) => {
  globalThis.fetch = async () => new Response('{}');
  feedOf({ now: { level: 'uat', category: 'NO_ID' } }, context);
  const [first] = FakeStream.opened;
  first.readyState = FakeStream.CLOSED;
  first.tell('error');
  context.mock.timers.tick(1_000);
  await new Promise((done) => setImmediate(done));
  assert.equal(FakeStream.opened.length, 2);
  assert.equal(FakeStream.opened[1].address, '/api/v1/coverage/stream?level=uat&category=NO_ID');
});

test('whoGoesAndComesBackWhileAStreamIsTakenUpHasOneStream', async (context) => {
  const answers = [];
  globalThis.fetch = () => new Promise((done) => answers.push(done));
  const feed = feedOf({ now: { level: 'uat' } }, context);
  const [first] = FakeStream.opened;
  first.readyState = FakeStream.CLOSED;
  first.tell('error');
  context.mock.timers.tick(1_000);
  feed.hostDisconnected();
  feed.hostConnected();
  answers[0](new Response('{}'));
  await new Promise((done) => setImmediate(done));
  assert.equal(FakeStream.opened.length, 2);
});

test('aPastDayIsReadOnceAndClosesTheStream', async (context) => {
  const asked = [];
  globalThis.fetch = async (path) => {
    asked.push(path);
    return new Response(JSON.stringify({ asOf: '2027-03-01', rows: [row(7)] }));
  };
  const question = { now: { level: 'uat' } };
  const feed = feedOf(question, context);
  question.now = { level: 'uat', at: '2027-03-01', known: 'then' };
  feed.hostUpdate();
  await new Promise((done) => setImmediate(done));
  assert.deepEqual(asked, ['/api/v1/coverage?level=uat&at=2027-03-01&known=then']);
  assert.equal(FakeStream.opened[0].readyState, 2);
  assert.equal(feed.state, 'past');
  assert.ok(feed.rows.has(7));
});

test('anAnswerThatComesTooLateIsNotShown', async (context) => {
  const waiting = [];
  globalThis.fetch = () => new Promise((done) => waiting.push(done));
  const question = { now: { level: 'uat', at: '2027-03-01' } };
  const feed = feedOf(question, context);
  question.now = { level: 'uat', at: '2027-03-02' };
  feed.hostUpdate();
  waiting[1](new Response(JSON.stringify({ asOf: '2027-03-02', rows: [row(2)] })));
  waiting[0](new Response(JSON.stringify({ asOf: '2027-03-01', rows: [row(1)] })));
  await new Promise((done) => setImmediate(done));
  assert.deepEqual([...feed.rows.keys()], [2]);
});

test('personsOfOneAgeAreShownByWhatBecameOfTheirCases', () => {
  const reported = (resolved, open) => ({ covered: null, need: null, resolved: { count: resolved }, open: { count: open } });
  const view = coverageView([row(1, reported(3, 1)), row(2, reported(0, 0))], NOON, resolvedShare);
  assert.equal(view.bySiruta.get(1).value, 0.75);
  assert.ok(Number.isNaN(view.bySiruta.get(2).value));
});
