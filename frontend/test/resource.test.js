/** Something loaded once and shared by every element that shows it. */
import assert from 'node:assert/strict';
import test from 'node:test';
import { Resource } from '../app/resource.js';

function answering(...answers) {
  let asked = 0;
  const resource = new Resource(async () => {
    const answer = answers[asked++];
    if (answer instanceof Error) throw answer;
    return answer;
  });
  return { resource, asked: () => asked };
}

test('afterAFailureOneMayAskAgain', async () => {
  const { resource, asked } = answering(new Error('down'), 'here');
  await resource.refresh();
  resource.ensure();
  assert.equal(asked(), 1); // an element that shows a failure must not ask without end
  await resource.retry();
  assert.deepEqual([asked(), resource.value, resource.problem], [2, 'here', undefined]);
});

test('nothingIsAskedAgainWithoutAFailure', async () => {
  const { resource, asked } = answering('here');
  resource.retry();
  assert.equal(asked(), 0);
  await resource.ensure().refresh();
  resource.retry();
  assert.equal(asked(), 1);
});
