/** A visit's report, and the outbox that brings it to the server once. */
import assert from 'node:assert/strict';
import test from 'node:test';
import { makingRoom } from '../app/teren/making-room.js';
import { memoryDatabase } from '../app/teren/memory-database.js';
import { Notes } from '../app/teren/notes.js';
import { orKept } from '../app/teren/or-kept.js';
import { Outbox, REFUSED, SENT, WAITING } from '../app/teren/outbox.js';
import {
  bodyOf,
  correctionOf,
  counted,
  countsText,
  newDraft,
  photosOf,
  servedOf,
  sha256,
  stageOf,
  startBodyOf,
  agreedOf, saidOf, uuid, kilometresOf } from '../app/teren/report.js';
import { isOvertaken, numbered } from '../app/teren/windows.js';
import { ago, instantOf, skewText, timeOf } from '../app/teren/when.js';

const VISIT = { id: 'plan-1.v57715-1', locality: 'Mociu', date: '2027-03-17' };
const draft = () => newDraft('field', VISIT, () => 'id-1');

test('aCountGoesUpAndDownAndNeverBelowZero', () => {
  let d = counted(draft(), 'served', 'NO_ID', 1);
  d = counted(d, 'served', 'NO_ID', 1);
  assert.equal(servedOf(d), 2);
  assert.equal(photosOf(d), 2);
  d = counted(counted(counted(d, 'served', 'NO_ID', -1), 'served', 'NO_ID', -1), 'served', 'NO_ID', -1);
  assert.equal(servedOf(d), 0);
  assert.equal(photosOf({ ...d, photos: 7 }), 7);
});

/** The same figures and hash as CountsTextTests of the server. */
test('thePhoneSignsTheServersText', async () => {
  const d = {
    ...draft(),
    served: { NO_ID: 20, EXPIRED_ID: 0 },
    photos: 20,
    missing: { HOUSING: 2 },
    sentBack: { NO_HOUSING_DOCUMENT: 3 },
    feesCovered: 1,
    kilometres: '48,5',
  };
  assert.equal(
    countsText(d),
    'fees=1\nmetres=48500\nmissing.HOUSING=2\nphotos=20\nsentBack.NO_HOUSING_DOCUMENT=3\nserved.NO_ID=20\nvisit=plan-1.v57715-1',
  );
  assert.equal(await sha256(countsText(d)), '95c3f234f2debdc95d441e38984c77c494b943f25d776fcc9a47225ff013b2e5');
  assert.equal(await sha256('text', null), undefined);
});

test('kilometresAreReadAsTheyAreTyped', () => {
  const read = (kilometres) => kilometresOf({ kilometres });
  assert.deepEqual(['48,5', '48.5', '1.234,5', '1,234.5', '12', ',5', '', '.'].map(read), [48.5, 48.5, 1234.5, 1234.5, 12, 0.5, 0, 0]);
});

test('theBodySaysWhatWasCountedAndNothingElse', () => {
  const d = { ...counted(draft(), 'served', 'NO_ID', 1), arrivedAt: 'a', finishedAt: 'f', checklist: ['KIT_PACKED', 'KIT_TESTED'] };
  const body = bodyOf(d, { account: 'field' });
  assert.deepEqual(body.served, { NO_ID: 1 });
  assert.deepEqual(body.checklist, ['KIT_TESTED', 'KIT_PACKED']);
  assert.ok(!('startedAt' in body) && !('replaces' in body) && !('label' in body));
  assert.deepEqual(startBodyOf({ ...d, startedAt: 's' }), { visit: VISIT.id, startedAt: 's' });
});

test('aCorrectionIsANewReportThatNamesTheOld', () => {
  const corrected = correctionOf({ id: 'old', draft: draft() }, () => 'new');
  assert.equal(corrected.id, 'new');
  assert.equal(bodyOf(corrected).replaces, 'old');
});

test('withoutASecureConnectionThereIsAnIdAllTheSame', () => {
  const bare = { getRandomValues: (bytes) => globalThis.crypto.getRandomValues(bytes) };
  assert.match(uuid(bare), /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
});

test('whereAVisitStandsForItsTeam', () => {
  assert.equal(stageOf({}, undefined, undefined), 'ahead');
  assert.equal(stageOf({}, { startedAt: 's' }, undefined), 'driving');
  assert.equal(stageOf({}, { startedAt: 's', arrivedAt: 'a' }, undefined), 'counting');
  assert.equal(stageOf({}, undefined, { id: 'x' }), 'reported');
  assert.equal(stageOf({ report: 'counted' }, undefined, undefined), 'reported-elsewhere');
});

test('aTimeFromPaperIsOfTheVisitsDay', () => {
  assert.equal(timeOf(instantOf('2027-03-17', '09:05')), '09:05');
  assert.equal(instantOf('2027-03-17', '09:05'), '2027-03-17T07:05:00.000Z');
  assert.equal(instantOf('2027-03-17', ''), undefined);
  assert.equal(timeOf(undefined), '');
});

test('aTypedTimeIsTheCountysWhateverZoneThePhoneIsSetTo', () => {
  const before = process.env.TZ;
  try {
    for (const zone of ['America/Los_Angeles', 'Europe/London', 'Pacific/Kiritimati', 'UTC']) {
      process.env.TZ = zone;
      assert.equal(instantOf('2027-07-14', '09:05'), '2027-07-14T06:05:00.000Z', zone);
      assert.equal(instantOf('2027-12-14', '00:30'), '2027-12-13T22:30:00.000Z', zone);
      assert.equal(timeOf('2027-07-14T06:05:30Z'), '09:05', zone);
      // clocks went forward at 03:00 on 28 March 2027, and go back at 04:00 on 31 October
      assert.equal(instantOf('2027-03-28', '02:30'), '2027-03-28T00:30:00.000Z', zone);
      assert.equal(instantOf('2027-03-28', '04:30'), '2027-03-28T01:30:00.000Z', zone);
      assert.equal(instantOf('2027-10-31', '02:30'), '2027-10-30T23:30:00.000Z', zone);
      assert.equal(instantOf('2027-10-31', '04:30'), '2027-10-31T02:30:00.000Z', zone);
    }
  } finally {
    if (before === undefined) delete process.env.TZ;
    else process.env.TZ = before;
  }
});

test('ageAndSkewAreSaidInWords', () => {
  const now = 1_000_000_000;
  assert.match(ago(now - 5 * 60_000, now), /5/);
  assert.match(ago(now - 3 * 3_600_000, now), /3/);
  const key = (name, { n }) => `${name} ${n}`;
  assert.equal(skewText(-172_800, key), 'field.skewDays 2');
  assert.equal(skewText(5 * 3_600, key), 'field.skewHours 5');
  assert.equal(skewText(300, key), 'field.skewMinutes 5');
});

/** A server that takes each id once, behind a network that can be cut. */
function world() {
  const rows = new Map();
  const taken = new Map();
  const w = { online: true, session: 'field', status: undefined, loseAnswers: false, posts: 0, taken, rows, now: 1_800_000_000_000 };
  const fail = (status) => {
    throw Object.assign(new Error(String(status)), { status });
  };
  w.open = async () => {
    const outbox = new Outbox({
      store: {
        all: async () => [...rows.values()],
        put: async (item) => rows.set(item.id, structuredClone(item)),
        remove: async (id) => rows.delete(id),
      },
      account: async () => (w.online ? (w.session ?? fail(401)) : fail(0)),
      post: async (item) => {
        if (!w.online) fail(0);
        w.posts++;
        if (w.status) fail(w.status);
        if (w.breaksOver === item.id) fail(500);
        taken.set(item.id, item.body);
        if (w.loseAnswers) fail(0);
        return { id: item.id };
      },
      now: () => w.now++,
    });
    await outbox.load();
    return outbox;
  };
  return w;
}
const report = (id, account = 'field') => ({ id, account, label: 'Mociu', complete: true, body: { visit: VISIT.id }, draft: draft() });

test('aReportOverWhichTheServerBreaksDoesNotKeepTheOthers', async () => {
  const w = world();
  const outbox = await w.open();
  await outbox.add(report('a'));
  await outbox.add(report('b'));
  w.breaksOver = 'a';
  await outbox.sync();
  assert.deepEqual([...w.taken.keys()], ['b']);
  assert.equal(outbox.trouble, 'failed');
  assert.equal(outbox.waiting('field').length, 1);
  w.breaksOver = undefined;
  await outbox.sync();
  assert.equal(outbox.trouble, '');
  assert.equal(outbox.waiting().length, 0);
});

test('aReportOutlivesTheBrowserAndLeavesWhenThereIsANetwork', async () => {
  const w = world();
  w.online = false;
  const before = await w.open();
  await before.add(report('a'));
  await before.sync();
  assert.equal(before.trouble, 'offline');
  const after = await w.open();
  assert.equal(after.waiting('field').length, 1);
  w.online = true;
  await after.sync();
  assert.equal(after.reportOf(VISIT.id, 'field').state, SENT);
  assert.equal(after.trouble, '');
  await after.sync();
  assert.equal(w.posts, 1);
});

test('aReportWhoseAnswerWasLostIsSentAgainUnderItsId', async () => {
  const w = world();
  w.loseAnswers = true;
  const outbox = await w.open();
  await outbox.add(report('a'));
  await outbox.sync();
  assert.equal(outbox.items[0].state, WAITING);
  w.loseAnswers = false;
  await outbox.sync();
  assert.equal(outbox.items[0].state, SENT);
  assert.equal(w.taken.size, 1);
  assert.equal(w.posts, 2);
});

test('aSessionThatEndedKeepsTheReports', async () => {
  const w = world();
  w.session = undefined;
  const outbox = await w.open();
  await outbox.add(report('a'));
  await outbox.sync();
  assert.equal(outbox.trouble, 'signed-out');
  assert.equal(w.posts, 0);
  w.session = 'another';
  await outbox.sync();
  assert.equal(outbox.trouble, 'another');
  assert.equal(w.posts, 0);
  w.session = 'field';
  await outbox.sync();
  assert.equal(w.taken.size, 1);
});

test('whatIsRefusedStaysWithItsReasonAndTheOthersLeave', async () => {
  const w = world();
  const outbox = await w.open();
  w.status = 409;
  await outbox.add(report('a'));
  await outbox.sync();
  w.status = undefined;
  await outbox.add(report('b'));
  await outbox.sync();
  assert.deepEqual(
    outbox.items.map((item) => item.state),
    [REFUSED, SENT],
  );
  assert.equal(outbox.items[0].problem.status, 409);
  await outbox.again('a');
  assert.equal(outbox.items.find((item) => item.id === 'a').state, SENT);
  await outbox.drop('a');
  assert.equal(w.rows.size, 1);
});

test('aServerInTroubleIsAskedAgainLater', async () => {
  const w = world();
  w.status = 503;
  const outbox = await w.open();
  await outbox.add(report('a'));
  await outbox.sync();
  assert.equal(outbox.trouble, 'failed');
  assert.equal(outbox.items[0].state, WAITING);
});

test('twoSyncsAtOnceSendOnce', async () => {
  const w = world();
  const outbox = await w.open();
  await outbox.add(report('a'));
  await Promise.all([outbox.sync(), outbox.sync()]);
  assert.equal(w.posts, 1);
});

test('sentReportsAreForgottenAfterTwoWeeksAndOthersNever', async () => {
  const w = world();
  const outbox = await w.open();
  await outbox.add(report('a'));
  await outbox.sync();
  await outbox.add(report('b'));
  w.now += 15 * 86_400_000;
  assert.deepEqual(
    (await w.open()).items.map((item) => item.id),
    ['b'],
  );
});

test('aPlannersCorrectionOfTheRoomReachesTheTeamsPhone', () => {
  const whole = {
    partners: [
      { partner: 'mayor', room: 'Școala', contact: '0740 000 001' },
      { partner: 'police', contact: '0740 000 003' },
    ],
    room: { room: 'Căminul', contact: '0740 000 002' },
  };
  assert.deepEqual(saidOf(agreedOf(whole)), [
    { partner: 'mayor', room: 'Căminul', contact: '0740 000 002' },
    { partner: 'police', contact: '0740 000 003' },
  ]);
  assert.deepEqual(saidOf(undefined), []);
});

test('aPhoneWithoutRoomShowsWhatTheServerSays', async () => {
  const full = { read: async () => ({ value: 'old', at: 1 }), write: async () => Promise.reject(new Error('QuotaExceededError')) };
  const resource = { keptAt: 5 };
  assert.equal(await orKept({ resource, key: 'k', load: async () => 'new', kept: full, keeps: true }), 'new');
  assert.equal(resource.keptAt, undefined);
});

test('withoutANetworkThePhoneShowsWhatItKeptAndSaysFromWhen', async () => {
  const kept = { read: async () => ({ value: 'old', at: 7 }) };
  const away = Object.assign(new Error('away'), { unreachable: true });
  const load = (problem) => async () => Promise.reject(problem);
  const resource = {};
  assert.equal(await orKept({ resource, key: 'k', load: load(away), kept, keeps: true }), 'old');
  assert.equal(resource.keptAt, 7);
  await assert.rejects(orKept({ resource, key: 'k', load: load(new Error('403')), kept, keeps: true }), /403/);
  const closed = { read: async () => Promise.reject(new Error('no storage')) };
  await assert.rejects(orKept({ resource, key: 'k', load: load(away), kept: closed, keeps: true }), /away/);
});

test('aReportThatFindsNoRoomPushesOutWhatCanBeAskedForAgain', async () => {
  const done = [];
  let full = true;
  const write = async () => {
    done.push('write');
    if (full) throw new Error('QuotaExceededError');
    return 'kept';
  };
  const free = async () => {
    done.push('free');
    full = false;
  };
  assert.equal(await makingRoom(write, free), 'kept');
  assert.deepEqual(done, ['write', 'free', 'write']);
  full = true;
  await assert.rejects(makingRoom(write, async () => {}), /Quota/);
});

test('aReportThatThePhoneCannotKeepIsNotTakenFromItsDraft', async () => {
  const store = { all: async () => [], put: async () => Promise.reject(new Error('QuotaExceededError')), remove: async () => {} };
  const box = new Outbox({ store, post: async () => ({}), account: async () => 'ana' });
  await assert.rejects(box.add({ id: '1', account: 'ana', label: 'Mociu', complete: true, body: {}, draft: {} }), /Quota/);
  assert.equal(box.items.length, 0);
});

test('aWindowThatHasNotSeenWhatAnotherKeptDoesNotWriteOverIt', () => {
  const first = numbered({ key: 'k', id: 'a' }, undefined);
  const second = numbered({ key: 'k', id: 'a' }, first);
  assert.ok(!isOvertaken({ next: first, known: undefined, stored: undefined, signed: false }), 'the first one to begin');
  assert.ok(!isOvertaken({ next: second, known: first, stored: first, signed: false }), 'who goes on');
  assert.ok(!isOvertaken({ next: second, known: first, stored: undefined, signed: false }), 'the phone had no room for the first');
  assert.ok(isOvertaken({ next: second, known: first, stored: second, signed: false }), 'the other counted meanwhile');
  assert.ok(isOvertaken({ next: first, known: undefined, stored: { id: 'b', writing: 1 }, signed: false }), 'the other began, too');
  assert.ok(isOvertaken({ next: { id: 'a', writing: 9 }, known: { id: 'a', writing: 8 }, stored: { id: 'b', writing: 1 }, signed: false }), 'signed and corrected there');
  assert.ok(isOvertaken({ next: second, known: first, stored: undefined, signed: true }), 'signed there');
});

test('whatAnotherWindowSignedIsNotSignedAnew', async () => {
  const w = world();
  const [one, two] = [await w.open(), await w.open()];
  await one.add(report('r1'));
  await one.sync();
  await two.add({ ...report('r1'), body: { visit: VISIT.id, finishedAt: 'later' } });
  assert.equal(two.items.length, 1);
  assert.equal(two.items[0].state, SENT);
  assert.equal(w.rows.get('r1').body.finishedAt, undefined);
});

test('aBrowserThatKeepsNothingKeepsItWhileThePageIsOpen', async () => {
  const db = memoryDatabase({ outbox: 'id', kept: undefined });
  const item = { id: '1', body: { n: 1 } };
  await db.put('outbox', item);
  item.body.n = 2;
  await db.put('kept', 'day', 'who');
  assert.deepEqual(await db.getAll('outbox'), [{ id: '1', body: { n: 1 } }]);
  assert.equal(await db.get('kept', 'who'), 'day');
  await db.transaction().objectStore('outbox').put({ id: '2' });
  await db.delete('outbox', '1');
  assert.deepEqual(await db.getAll('outbox'), [{ id: '2' }]);
  await db.clear('kept');
  assert.equal(await db.get('kept', 'who'), undefined);
});

/** As a browser's: what is kept are its own properties. */
class Storage {
  getItem = (key) => this[key] ?? null;
  setItem = (key, value) => (this[key] = value);
  removeItem = (key) => delete this[key];
}

test('a draft on its way into the database is noted until it is there', () => {
  const storage = new Storage();
  const notes = new Notes(() => storage);
  const first = numbered(draft(), undefined);
  const second = numbered(first, first);
  notes.put(first, undefined);
  notes.put(second, first);
  notes.done(first);
  assert.deepEqual(
    notes.all().map(({ next, known }) => [next.writing, known.id]),
    [[2, 'id-1']],
  );
  notes.done(second);
  assert.deepEqual(notes.all(), []);
});

test('where a browser refuses storage, or it holds something else, nothing is noted and nothing breaks', () => {
  const refused = new Notes(() => {
    throw new Error('SecurityError');
  });
  refused.put(draft(), undefined);
  refused.done(draft());
  assert.deepEqual(refused.all(), []);
  const storage = new Storage();
  storage.setItem('caravana-teren-draft|x', 'no JSON');
  assert.deepEqual(new Notes(() => storage).all(), []);
});
