import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createFetchPackWithAuth } from '../../src/background/fetch-pack-with-auth.ts';
import type { Policy } from '../../src/model/policy/policy.ts';
import { memoryKv } from '../ledger/fresh-ledger.ts';

const hub = { url: 'https://hub.example.com', token: 'token-of-the-policy' };
const url = `${hub.url}/v1/packs/orders`;
const secret = 'the-secret-of-this-install-all-along';

/** A hub that replaced its token: it knows the install again once that has enrolled with the new one. */
function hubAfterNewToken() {
  const asked: { url: string; secret: string | null }[] = [];
  let enrolled = false;
  vi.stubGlobal('fetch', async (at: string, init: RequestInit) => {
    asked.push({ url: at, secret: new Headers(init.headers).get('authorization') });
    if (at.endsWith('/enrol')) {
      enrolled = true;
      return Response.json({ install: '6f1b0c1e-8f0a-4d55-9d5e-0a7d1f7c2b11', secret });
    }
    const known = enrolled && asked.at(-1)?.secret === `Bearer ${secret}`;
    return known ? new Response('header.body.signature') : new Response(null, { status: 401 });
  });
  return asked;
}

let kv: ReturnType<typeof memoryKv>;
beforeEach(() => {
  kv = memoryKv();
});
afterEach(() => vi.unstubAllGlobals());
const door = () => createFetchPackWithAuth(kv, async () => ({ hub, privacy: {} }) as Policy);

test('after a hub refused the secret, the install enrols and fetches the pack again', async () => {
  await kv.set('enrolment', { install: '6f1b0c1e-8f0a-4d55-9d5e-0a7d1f7c2b11', secret, hub: hub.url });
  const asked = hubAfterNewToken();
  expect(await door()({ url })).toMatchObject({ ok: true, jws: 'header.body.signature' });
  expect(asked.map((one) => one.url)).toEqual([url, `${hub.url}/v1/enrol`, url]);
});

test('an install without a secret enrols before it fetches a pack from its hub', async () => {
  const asked = hubAfterNewToken();
  expect(await door()({ url })).toMatchObject({ ok: true });
  expect(asked.map((one) => one.url)).toEqual([`${hub.url}/v1/enrol`, url]);
});

test('any other server is asked once, without the secret', async () => {
  await kv.set('enrolment', { install: '6f1b0c1e-8f0a-4d55-9d5e-0a7d1f7c2b11', secret, hub: hub.url });
  const asked = hubAfterNewToken();
  const elsewhere = 'https://packs.example.com/orders';
  expect(await door()({ url: elsewhere })).toMatchObject({ ok: false, code: 'http' });
  expect(asked).toEqual([{ url: elsewhere, secret: null }]);
});
