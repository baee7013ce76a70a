import { beforeEach, expect, test } from 'vitest';
import { readPack } from '../../../src/hub/packs/read-pack.ts';
import type { Problem } from '../../../src/model/hub-api/intake.ts';
import { ask, bearer, enrolled, type HubInTest, hubOn, publishToken } from '../hub-in-test.ts';
import { onBothStores } from '../on-both-stores.ts';
import { newKey, packOf, signed } from '../packs-in-test.ts';

onBothStores((store) => {
  let hub: HubInTest;
  let id: string;
  beforeEach(() => {
    hub = hubOn(store());
    id = `pack-${crypto.randomUUID().slice(0, 8)}`;
  });
  const publish = (jws: string) => ask<Problem>(hub, 'POST /v1/packs', { body: jws, headers: bearer(publishToken) });
  const fetchPack = async (headers: Record<string, string> = {}) => {
    const secret = await enrolled(hub);
    return ask<string>(hub, `GET /v1/packs/${id}`, { headers: { ...bearer(secret), ...headers } });
  };

  test('the newest version of a pack is served as signed', async () => {
    const [first, second] = [await signed(packOf({ id })), await signed(packOf({ id, version: 7 }))];
    expect((await publish(first)).status).toBe(201);
    expect((await publish(`${second}\n`)).body).toEqual({ id, version: 7, duplicate: false });
    const { status, headers, body } = await fetchPack();
    expect([status, headers.get('content-type'), body]).toEqual([200, 'application/jose', second]);
  });

  test('a pack is not sent again to an install that has it', async () => {
    await publish(await signed(packOf({ id })));
    const etag = (await fetchPack()).headers.get('etag') ?? '';
    expect(etag).toMatch(/^"[\w-]{43}"$/);
    for (const held of [etag, `"other", W/${etag}`, '*']) {
      const { status, body, headers } = await fetchPack({ 'if-none-match': held });
      expect([status, body, headers.get('etag')]).toEqual([304, '', etag]);
    }
    expect((await fetchPack({ 'if-none-match': '"other"' })).status).toBe(200);
    await publish(await signed(packOf({ id, version: 2 })));
    expect((await fetchPack({ 'if-none-match': etag })).status).toBe(200);
  });

  test('versions only increase, and the same content may be published again with another key', async () => {
    const held = packOf({ id, version: 5 });
    await publish(await signed(held));
    expect(await publish(await signed({ ...held, title: 'Other' }))).toMatchObject({
      status: 409,
      body: { detail: `Version 5 of ${id} cannot be published after version 5.` },
    });
    expect((await publish(await signed(packOf({ id, version: 4 })))).status).toBe(409);
    const resigned = await signed(held, await newKey('key-2'));
    expect(await publish(resigned)).toMatchObject({ status: 200, body: { id, version: 5, duplicate: true } });
    expect((await fetchPack()).body).toBe(resigned);
  });

  test('a pack for another app does not take the id of a pack, whatever its version', async () => {
    await publish(await signed(packOf({ id, app: 'orders' })));
    expect(await publish(await signed(packOf({ id, app: 'shop', version: 1_000_000_000 })))).toMatchObject({
      status: 409,
      body: { detail: `${id} is the id of a pack for the app orders.`, remedy: expect.stringContaining('another id') },
    });
    expect((await publish(await signed(packOf({ id, app: 'orders', version: 2 })))).status).toBe(201);
  });

  test('of concurrent publications of one version, one succeeds', async () => {
    const made = await Promise.all([1, 2, 3, 4, 5, 6].map((title) => signed({ ...packOf({ id }), title: `Title ${title}` })));
    const answers = await Promise.all(made.map(publish));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409, 409, 409]);
    const stands = answers.findIndex(({ status }) => status === 201);
    expect((await fetchPack()).body).toBe(made[stands]);
  });

  test('only installs fetch packs, and only the publisher publishes', async () => {
    const jws = await signed(packOf({ id }));
    expect((await ask(hub, `GET /v1/packs/${id}`)).status).toBe(401);
    expect((await fetchPack()).status).toBe(404);
    const secret = await enrolled(hub);
    for (const headers of [{}, bearer(secret), { authorization: `Basic ${publishToken}` }])
      expect((await ask(hub, 'POST /v1/packs', { body: jws, headers })).status).toBe(401);
    const off = hubOn(store(), { publishTokenHash: undefined });
    expect((await ask(off, 'POST /v1/packs', { body: jws, headers: bearer(publishToken) })).status).toBe(403);
  });
});

const part = (value: unknown) => Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)).toString('base64url');
const head = part({ alg: 'EdDSA', typ: 'cairn-pack+jws', kid: 'key-1' });
const body = part(packOf());

test.each<[string, string, RegExp]>([
  ['nothing', '', /three parts/],
  ['text', 'hello', /three parts/],
  ['two parts', `${head}.${body}`, /three parts/],
  ['four parts', `${head}.${body}.AA.AA`, /three parts/],
  ['no signature', `${head}.${body}.`, /three parts/],
  ['a signature in other letters', `${head}.${body}.A+/=`, /three parts/],
  ['a header that is no JSON', `AAAA.${body}.AA`, /header/],
  ['a header of null', `${part(null)}.${body}.AA`, /header/],
  ['no algorithm', `${part({ alg: 'none', kid: 'k' })}.${body}.AA`, /header/],
  ['no key id', `${part({ alg: 'EdDSA' })}.${body}.AA`, /header/],
  ['a payload that is no JSON', `${head}.${part('{')}.AA`, /JSON/],
  ['a payload that is no UTF-8', `${head}.${Buffer.from([0x22, 0xff, 0x22]).toString('base64url')}.AA`, /JSON/],
  ['a payload of a list', `${head}.${part([])}.AA`, /the pack/],
  ['another format', `${head}.${part({ ...packOf(), format: 'cairn/2' })}.AA`, /format/],
  ['a version of nought', `${head}.${part(packOf({ version: 0 }))}.AA`, /version/],
  ['an id with a slash', `${head}.${part(packOf({ id: 'a/b' }))}.AA`, /id/],
  ['a character that the store cannot hold', `${head}.${part({ ...packOf(), title: 'a\0' })}.AA`, /title.*U\+0000/],
  ['more than a pack may have', `${head}.${'A'.repeat(2_000_000)}.AA`, /characters/],
])('the hub refuses as a pack: %s', (_, jws, why) => {
  expect(readPack(jws)).toEqual({ ok: false, why: expect.stringMatching(why), remedy: expect.stringMatching(/\w/) });
});
