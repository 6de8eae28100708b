/** What the list of visits in Coordonare says. */
import assert from 'node:assert/strict';
import test from 'node:test';
import { announceBy, chosen, daysWaiting, happened, heapSizes, partnerState, passed, placeOf } from '../app/coordonare/board-facts.js';

const asked = { id: 'a', state: 'asked', mayor: 'open', police: 'expired', askedAt: '2027-02-01T22:30:00Z', date: '2027-03-18' };
const places = { locality: 'Ceanu Mare', uat: 'Ceanu Mare', siteName: 'Căminul cultural' };

test('everyStateOfAVisitLiesInOneHeap', () => {
  const states = 'proposed asked confirmed-by-mayor confirmed-by-police confirmed declined moved announced under-way done handover closed cancelled';
  const sizes = heapSizes(states.split(' ').map((state) => ({ state })));
  assert.deepEqual(sizes, { toAsk: 2, waiting: 3, declined: 1, confirmed: 1, announced: 2, over: 4 });
});

test('aPartnerWhoSaidYesOnTheTelephoneAgreesToo', () => {
  assert.equal(partnerState(asked, 'mayor'), 'open');
  assert.equal(partnerState(asked, 'police'), 'expired');
  assert.equal(partnerState({ ...asked, state: 'confirmed-by-mayor' }, 'mayor'), 'agreed');
  const refused = { ...asked, state: 'declined', mayor: 'answered', police: 'answered', declinedBy: 'mayor' };
  assert.equal(partnerState(refused, 'mayor'), 'declined');
  assert.equal(partnerState(refused, 'police'), 'agreed');
  assert.equal(partnerState({ ...refused, police: 'declined' }, 'police'), 'none');
  assert.equal(partnerState({ ...refused, declinedBy: undefined }, 'police'), 'none');
  assert.equal(partnerState({ ...asked, state: 'moved' }, 'mayor'), 'none');
});

test('waitingIsCountedOnlyWhileAnAnswerIsDue', () => {
  assert.equal(daysWaiting(asked, '2027-02-11'), 10);
  assert.equal(daysWaiting({ ...asked, state: 'confirmed' }, '2027-02-11'), undefined);
});

test('aVisitIsFoundWithoutDiacriticsInItsHeapAndMonth', () => {
  const visits = [{ ...asked, ...places }];
  assert.equal(chosen(visits, { heap: 'waiting', month: '2027-03', words: 'caminul' }).length, 1);
  assert.equal(chosen(visits, { heap: 'waiting', month: '2027-04' }).length, 0);
  assert.equal(chosen(visits, { heap: 'over' }).length, 0);
  assert.equal(chosen(visits, { heap: 'raised', today: '2027-02-14' }).length, 0);
  assert.equal(chosen(visits, { heap: 'raised', today: '2027-02-15' }).length, 1);
});

test('citizensAreToldAWeekAheadOrTheVisitMoves', () => {
  assert.equal(announceBy({ ...asked, state: 'confirmed' }), '2027-03-11');
  assert.equal(announceBy({ ...asked, state: 'proposed', date: '2027-03-03' }), '2027-02-24');
  assert.equal(announceBy({ ...asked, state: 'announced' }), undefined);
  assert.equal(announceBy({ ...asked, kind: 'HOME' }), undefined);
});

test('aDayThatWentByIsNotPassedOverInSilence', () => {
  const on = (state) => passed({ state, date: '2027-02-10' }, '2027-02-11');
  assert.equal(on('announced'), 'unreported');
  assert.equal(on('under-way'), 'unreported');
  assert.equal(on('confirmed'), 'unreported');
  assert.equal(on('asked'), 'lapsed');
  assert.equal(on('moved'), 'lapsed');
  for (const state of ['done', 'handover', 'closed', 'cancelled']) assert.equal(on(state), undefined);
  assert.equal(passed({ state: 'announced', date: '2027-02-11' }, '2027-02-11'), undefined, 'today is not over');
});

test('aNewRoomNobodyWasToldOfIsOnItsOwnList', () => {
  const visits = [{ ...asked, ...places, state: 'announced', roomUntold: true }, { ...asked, ...places, id: 'b', state: 'announced' }];
  assert.deepEqual(chosen(visits, { heap: 'room' }).map((visit) => visit.id), ['a']);
  assert.equal(chosen(visits, { heap: 'announced' }).length, 2);
});

test('whatPartnersWereToldStandsAmongTheStepsWhereItHappened', () => {
  const history = [{ action: 'announce', at: '2027-03-01T08:00:00Z' }, { action: 'start', at: '2027-03-17T08:00:00Z' }];
  const told = [{ room: '', at: '2027-03-02T08:00:00.5Z' }];
  assert.deepEqual(happened({ history, room: { told } }), [history[0], told[0], history[1]]);
  assert.deepEqual(happened({ history }), history);
  const byTelephone = [{ kind: 'room', partner: 'mayor', at: '2027-03-02T09:00:00Z' }];
  assert.deepEqual(happened({ history, room: { told }, told: byTelephone }), [history[0], told[0], byTelephone[0], history[1]]);
});

test('theAgreedRoomIsWhereAVisitIsHeld', () => {
  assert.equal(placeOf({ ...places, room: { room: 'Școala veche', contact: '' } }), 'Școala veche');
  assert.equal(placeOf({ ...places, room: { room: '', contact: 'secretarul' } }), 'Căminul cultural');
  assert.equal(placeOf(places), 'Căminul cultural');
});

test('whomNoMailReachesIsOnAHeapOfItsOwn', () => {
  const visits = [{ ...asked, ...places }, { ...asked, ...places, id: 'b', toTell: true }];
  assert.deepEqual(chosen(visits, { heap: 'toTell' }).map((v) => v.id), ['b']);
});
