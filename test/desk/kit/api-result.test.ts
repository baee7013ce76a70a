import { expect, test } from 'vitest';
import { toApiResult } from '../../../src/desk/kit/api-result.ts';

const read = (response: Response) => response.json();
const problem = (status: number, body: object) =>
  Promise.resolve(new Response(JSON.stringify(body), { status, headers: { 'Content-Type': 'application/problem+json' } }));

test('a successful response becomes its value', async () => {
  expect(await toApiResult(Promise.resolve(Response.json({ name: 'Fadwa' })), read)).toEqual({
    ok: true,
    value: { name: 'Fadwa' },
  });
});

test.each([
  [401, 'signed-out'],
  [403, 'refused'],
  [400, 'refused'],
  [429, 'unavailable'],
  [503, 'unavailable'],
])('a problem with status %i becomes a failure of kind %s with the hub’s text', async (status, kind) => {
  const result = await toApiResult(problem(status, { title: 'Problem', detail: 'What is wrong', remedy: 'What to do' }), read);
  expect(result).toMatchObject({ ok: false, why: { kind, detail: 'What is wrong', remedy: 'What to do' } });
});

test('a network failure becomes the failure that the hub does not answer', async () => {
  expect(await toApiResult(Promise.reject(new TypeError('Failed to fetch')), read)).toMatchObject({
    ok: false,
    why: { kind: 'unavailable' },
  });
});

test.each([
  ['a page of a proxy in place of the hub', () => new Response('<html>Sign in to the network</html>', { status: 200 })],
  ['an answer cut short', () => new Response('{"items": [', { headers: { 'Content-Type': 'application/json' } })],
  ['a gateway without an upstream', () => new Response('Bad gateway', { status: 502 })],
  [
    'a problem that is no JSON',
    () => new Response('oops', { status: 500, headers: { 'Content-Type': 'application/problem+json' } }),
  ],
])('%s becomes the failure that something other than the hub answered', async (_, response) => {
  const result = await toApiResult(Promise.resolve(response()), read);
  expect(result).toMatchObject({ ok: false, why: { kind: 'unavailable', title: 'Something other than the hub answered' } });
});
