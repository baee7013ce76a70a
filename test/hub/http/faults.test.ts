import { expect, test } from 'vitest';
import type { Store } from '../../../src/hub/store/store.ts';
import type { Problem } from '../../../src/model/hub-api/intake.ts';
import { ask, bearer, hubOn } from '../hub-in-test.ts';

/** A store on which every call fails. */
const failing = (error: Error) =>
  new Proxy(
    {},
    {
      get: () => () => {
        throw error;
      },
    },
  ) as Store;

const unlucky = { headers: bearer('somebody') };
const withCode = (code: string, message = 'no') => Object.assign(new Error(message), { code });

test('a bug of the hub is answered with an id that the log has, and neither reveals content', async () => {
  const cause = withCode('22P02', 'invalid input: "my secret words"');
  const hub = hubOn(failing(new Error('Failed query, params: my secret words', { cause })));
  const { status, body } = await ask<Problem>(hub, 'GET /v1/packs/orders', unlucky);
  const id = /[0-9a-f-]{36}/.exec(body.detail)?.[0];
  expect([status, body.type]).toEqual([500, 'urn:cairn:problem:internal-error']);
  const line = hub.log.find((one) => JSON.parse(one).level === 'error') ?? '';
  expect(JSON.parse(line)).toMatchObject({ msg: 'internal error', id, error: 'Error', cause: { code: '22P02' } });
  expect(JSON.parse(line).frames[0]).toMatch(/^at /);
  expect(JSON.stringify(body) + hub.log.join()).not.toContain('secret words');
  expect(JSON.stringify(body)).not.toMatch(/\.ts|src\/|22P02/);
});

test.each([
  ['ECONNREFUSED', 503],
  ['ECONNRESET', 503],
  ['57P01', 503],
  ['53300', 503],
  ['08006', 503],
  ['55P03', 503],
  ['57014', 503],
  ['25P03', 503],
  ['53100', 503],
  ['40001', 503],
  ['40P01', 503],
  ['23505', 500],
  ['42P01', 500],
])('a store that fails with %s is answered with %i', async (code, expected) => {
  const hub = hubOn(failing(new Error('Failed query', { cause: withCode(code) })));
  const { status, headers } = await ask(hub, 'GET /v1/packs/orders', unlucky);
  expect([status, headers.has('retry-after')]).toEqual([expected, expected === 503]);
});

test('a hub whose store does not answer is healthy but not ready', async () => {
  const hub = hubOn(failing(withCode('ECONNREFUSED')));
  expect((await ask(hub, 'GET /healthz')).status).toBe(200);
  expect(await ask(hub, 'GET /readyz')).toMatchObject({ status: 503, body: { type: 'urn:cairn:problem:not-ready' } });
});
