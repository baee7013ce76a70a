import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { createFirstToken } from '../../../src/hub/installs/create-first-token.ts';
import { MAX_ENROLMENTS_PER_MINUTE } from '../../../src/hub/installs/enrol.ts';
import { enrolTokens } from '../../../src/hub/store/schema.ts';
import { sha256 } from '../../../src/hub/store/sha256.ts';
import type { Enrolment, Problem } from '../../../src/model/hub-api/intake.ts';
import { ask, bearer, enrolled, enrolToken, feedback, hubOn, rowsOf, send, wordsFor } from '../hub-in-test.ts';
import { onBothStores } from '../on-both-stores.ts';

onBothStores((store) => {
  const enrol = (hub: ReturnType<typeof hubOn>, token: string, secret?: string) =>
    ask<Enrolment & Problem>(hub, 'POST /v1/enrol', { body: { token, secret } });
  const nextToken = 'the-token-after-that-one';

  test('enrolment gives each install its own secret and stores only the hash', async () => {
    const hub = hubOn(store());
    const [one, other] = [(await enrol(hub, enrolToken)).body, (await enrol(hub, enrolToken)).body];
    expect(one.secret).toMatch(/^[\w-]{43}$/);
    expect(one.secret).not.toBe(other.secret);
    expect(one.install).not.toBe(other.install);
    const held = JSON.stringify(await rowsOf(store(), sql`select * from installs`));
    expect(held).toContain(one.install);
    expect(held).not.toContain(one.secret);
    expect((await send(hub, one.secret, [feedback()])).status).toBe(200);
  });

  test('a wrong enrolment token is refused with a remedy', async () => {
    const { status, body } = await enrol(hubOn(store()), 'a-wrong-token-of-length');
    expect([status, body.type]).toEqual([403, 'urn:cairn:problem:wrong-token']);
    expect(body.remedy).toContain('managed policy');
  });

  test('hubs that start at once make one token, which is valid only if the environment gives none', async () => {
    const made = await Promise.all([1, 2, 3].map(() => createFirstToken(store(), new Date())));
    const [token, ...more] = made.filter((one) => one !== undefined);
    expect(more).toEqual([]);
    expect(await createFirstToken(store(), new Date())).toBeUndefined();
    expect((await enrol(hubOn(store(), { enrolTokenHash: undefined }), token ?? '')).status).toBe(200);
    expect((await enrol(hubOn(store()), token ?? '')).status).toBe(403);
    expect(JSON.stringify(await rowsOf(store(), sql`select * from enrol_tokens`))).not.toContain(token);
  });

  test('a replaced token shuts its installs out, and an install that enrols with the new one and its secret keeps its identity', async () => {
    const before = hubOn(store());
    const [mine, stranger] = [(await enrol(before, enrolToken)).body, (await enrol(before, enrolToken)).body];
    const one = feedback();
    await send(before, mine.secret, [one]);

    const after = hubOn(store(), { enrolTokenHash: sha256(nextToken) });
    const refused = await send(after, mine.secret, [one]);
    expect([refused.status, refused.body.type]).toEqual([401, 'urn:cairn:problem:token-replaced']);
    expect(refused.body.remedy).toContain('managed policy');
    expect((await enrol(after, enrolToken, mine.secret)).status).toBe(403);

    for (let time = 0; time < 2; time++) expect((await enrol(after, nextToken, mine.secret)).body).toEqual(mine);
    const late = wordsFor(one.id, 'Still mine.');
    expect((await send(after, mine.secret, [one, late])).body.results).toEqual([
      { id: one.id, accepted: true, duplicate: true },
      { id: late.id, accepted: true, duplicate: false },
    ]);
    const erased = await ask(after, `DELETE /v1/entries/${one.id}`, { headers: bearer(mine.secret) });
    expect(erased.body).toMatchObject({ erased: true });
    expect((await send(after, stranger.secret, [feedback()])).status).toBe(401);
  });

  test('an enrolment without a known secret creates a new install', async () => {
    const hub = hubOn(store());
    const made = 'a-secret-that-somebody-made-up-by-himself';
    const all = [(await enrol(hub, enrolToken)).body, (await enrol(hub, enrolToken, made)).body];
    expect(all[0]?.install).not.toBe(all[1]?.install);
    expect(all[1]?.secret).toMatch(/^[\w-]{43}$/);
    expect((await enrol(hub, enrolToken, 'short')).status).toBe(400);
  });

  test('the hub’s own token is valid until the environment gives one', async () => {
    const own = hubOn(store(), { enrolTokenHash: undefined });
    const token = 'made-by-the-hub-itself';
    await store()
      .insert(enrolTokens)
      .values({ hash: sha256(token), madeAt: own.clock.now });
    const { body } = await enrol(own, token);
    expect((await send(own, body.secret, [feedback()])).status).toBe(200);
    expect((await send(hubOn(store()), body.secret, [feedback()])).status).toBe(401);
    await store().delete(enrolTokens);
    expect((await send(own, body.secret, [feedback()])).status).toBe(401);
  });

  test('enrolments are limited per minute over all hubs', async () => {
    const [hub, other] = [hubOn(store()), hubOn(store())];
    const known = (await enrol(hub, enrolToken)).body;
    hub.clock.now = new Date('2030-01-01T00:00:00Z');
    other.clock.now = new Date('2030-01-01T00:00:59Z');
    await store().execute(sql`insert into installs (id, secret_hash, enrolled_by, enrolled_at)
      select gen_random_uuid(), gen_random_uuid()::text, 'any token', '2030-01-01T00:00:00Z' from generate_series(1, ${MAX_ENROLMENTS_PER_MINUTE - 1})`);
    expect(await enrolled(hub)).toBeTruthy();
    const late = await enrol(other, enrolToken);
    expect([late.status, late.headers.get('retry-after')]).toEqual([429, '60']);
    expect((await enrol(other, enrolToken, known.secret)).body).toEqual(known);
    other.clock.now = new Date('2030-01-01T00:01:00Z');
    expect((await enrol(other, enrolToken)).status).toBe(200);
    expect((await enrol(other, enrolToken, known.secret)).body).toEqual(known);
  });

  test('a flood from one address shuts out neither other addresses nor installs that are known, also behind a proxy', async () => {
    const hub = hubOn(store(), { proxyHops: 1 });
    hub.clock.now = new Date('2031-01-01T00:00:00Z');
    const known = (await enrol(hub, enrolToken)).body;
    const from = async (address: string, secret?: string) => {
      // What the client wrote itself stands before what the proxy added, and does not count.
      const headers = { 'content-type': 'application/json', 'x-forwarded-for': `198.51.100.${Math.random()}, ${address}` };
      const body = JSON.stringify({ token: enrolToken, secret });
      return (await hub.app.request('/v1/enrol', { method: 'POST', headers, body })).status;
    };
    const statuses: number[] = [];
    for (let sent = 0; sent < 401; sent++) statuses.push(await from('203.0.113.9'));
    expect([statuses.filter((status) => status === 200).length, statuses.at(-1)]).toEqual([400, 429]);
    expect(await from('203.0.113.10')).toBe(200);
    expect(await from('203.0.113.9', known.secret)).toBe(200);
    for (let again = 0; again < 10; again++) await from('203.0.113.10', known.secret);
    expect(await from('203.0.113.10', known.secret)).toBe(429);
    hub.clock.now = new Date('2031-01-01T00:00:10Z');
    expect([await from('203.0.113.9'), await from('203.0.113.10', known.secret)]).toEqual([200, 200]);
  });
});
