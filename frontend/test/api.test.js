/** What leaves for the server. */
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import test from 'node:test';
import { create, send } from '../app/api.js';

globalThis.document = { cookie: '' };
const expense = { spentOn: '2026-12-05', bani: 1_000, note: 'paper' };

function server(status = 200) {
  const asked = [];
  globalThis.fetch = (path, { method, body }) =>
    new Promise((answer) => asked.push({ path, method, body, answer: () => answer(new Response('{"n":1}', { status })) }));
  return asked;
}

test('aButtonPressedTwiceSendsOnce', async () => {
  const asked = server();
  const both = [send('POST', '/expenses', expense), send('POST', '/expenses', { ...expense })];
  assert.equal(asked.length, 1);
  asked[0].answer();
  assert.deepEqual(await Promise.all(both), [{ n: 1 }, { n: 1 }]);
});

test('theSameWishAfterTheAnswerIsANewOne', async () => {
  const asked = server();
  for (const n of [0, 1]) {
    const one = send('POST', '/expenses', expense);
    asked[n].answer();
    await one;
  }
  assert.equal(asked.length, 2);
});

test('anotherWishIsNotHeldBack', () => {
  const asked = server();
  send('POST', '/expenses', expense);
  send('POST', '/expenses', { ...expense, note: 'toner' });
  send('POST', '/decisions', expense);
  send('DELETE', '/expenses/1');
  assert.equal(asked.length, 4);
});

test('whatIsTriedAgainAfterALostAnswerCarriesTheSameKey', async () => {
  const keys = [];
  const answers = [() => Promise.reject(new TypeError('network')), () => new Response('{}', { status: 502 }), () => new Response('{}')];
  globalThis.fetch = async (path, { headers }) => {
    keys.push(headers['Idempotency-Key']);
    return (answers[keys.length - 1] ?? answers[2])();
  };
  for (const n of [0, 1]) await assert.rejects(create('/expenses', expense), undefined, `try ${n}`);
  await create('/expenses', expense);
  assert.equal(new Set(keys).size, 1);
  await create('/expenses', expense); // a second one of the same kind is meant
  assert.equal(new Set(keys).size, 2);
});

test('aRefusalReachesBothAndMayBeTriedAgain', async () => {
  const asked = server(400);
  const both = [send('PUT', '/budget', { n: 2 }), send('PUT', '/budget', { n: 2 })];
  asked[0].answer();
  for (const one of both) await assert.rejects(one);
  send('PUT', '/budget', { n: 2 });
  assert.equal(asked.length, 2);
});

/** What these addresses make, the server makes once for one key: no screen may leave the key out. */
test('whatIsMadeOnceIsSentWithAKey', async () => {
  const app = new URL('../app/', import.meta.url);
  const files = readdirSync(app, { recursive: true }).filter((name) => String(name).endsWith('.js'));
  const without = /\bsend\('POST', ['`]\/api\/v1\/(plans|needs\/reports|decisions)['`]/;
  assert.deepEqual(
    files.filter((name) => without.test(readFileSync(new URL(name, app), 'utf8'))),
    [],
  );
});
