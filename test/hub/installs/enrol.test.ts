import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { enrolmentsPerMinute } from '../../../src/hub/installs/enrol.ts';
import { firstToken } from '../../../src/hub/installs/first-token.ts';
import type { Enrolment, Problem } from '../../../src/model/hub-api.ts';
import { onBothStores } from '../both-stores.ts';
import { ask, enrolled, enrolToken, feedback, hubOn, rowsOf, send } from '../hub-in-test.ts';

onBothStores((store) => {
  const enrol = (hub: ReturnType<typeof hubOn>, token: string) =>
    ask<Enrolment & Problem>(hub, 'POST /v1/enrol', { body: { token } });

  test('gives each install a secret of its own, and keeps only its hash', async () => {
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

  test('refuses a wrong token and says what to do', async () => {
    const { status, body } = await enrol(hubOn(store()), 'a-wrong-token-of-length');
    expect([status, body.type]).toEqual([403, 'urn:cairn:problem:wrong-token']);
    expect(body.remedy).toContain('managed policy');
  });

  test('several hubs that start at once make one token, which counts only where the environment gives none', async () => {
    const made = await Promise.all([1, 2, 3].map(() => firstToken(store(), new Date())));
    const [token, ...more] = made.filter((one) => one !== undefined);
    expect(more).toEqual([]);
    expect(await firstToken(store(), new Date())).toBeUndefined();
    expect((await enrol(hubOn(store(), { enrolTokenHash: undefined }), token ?? '')).status).toBe(200);
    expect((await enrol(hubOn(store()), token ?? '')).status).toBe(403);
    expect(JSON.stringify(await rowsOf(store(), sql`select * from enrol_tokens`))).not.toContain(token);
  });

  test('too many in a minute wait, whichever hub they ask', async () => {
    const [hub, other] = [hubOn(store()), hubOn(store())];
    hub.clock.now = new Date('2030-01-01T00:00:00Z');
    other.clock.now = new Date('2030-01-01T00:00:59Z');
    await store().execute(sql`insert into installs (id, secret_hash, enrolled_at)
      select gen_random_uuid(), gen_random_uuid()::text, '2030-01-01T00:00:00Z' from generate_series(1, ${enrolmentsPerMinute - 1})`);
    expect(await enrolled(hub)).toBeTruthy();
    const late = await enrol(other, enrolToken);
    expect([late.status, late.headers.get('retry-after')]).toEqual([429, '60']);
    other.clock.now = new Date('2030-01-01T00:01:00Z');
    expect((await enrol(other, enrolToken)).status).toBe(200);
  });
});
