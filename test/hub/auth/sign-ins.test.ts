import { sql } from 'drizzle-orm';
import { beforeEach, expect, test } from 'vitest';
import { createSignInLink } from '../../../src/hub/auth/sign-in-link.ts';
import type { SignInList } from '../../../src/model/hub-api/sign-ins.ts';
import { ask, type HubInTest, hubOn, rowsOf, signedIn } from '../hub-in-test.ts';
import { onBothStores } from '../on-both-stores.ts';

onBothStores((store) => {
  let hub: HubInTest;
  beforeEach(async () => {
    await store().execute(sql`truncate accounts, sign_ins, sign_in_links, access_log cascade`);
    hub = hubOn(store());
  });
  type Cookie = { cookie: string };
  const list = async (headers: Cookie, path = '/desk/api/sign-ins') =>
    (await ask<SignInList>(hub, `GET ${path}`, { headers })).body.signIns;
  const end = async (headers: Cookie, id: string, path = '/desk/api/sign-ins') =>
    (await ask(hub, `DELETE ${path}/${id}`, { headers })).status;
  const meStatus = async (headers: Cookie) => (await ask(hub, 'GET /desk/api/me', { headers })).status;
  const later = (ms: number) => {
    hub.clock.now = new Date(hub.clock.now.getTime() + ms);
  };

  test('a person lists and ends their own sign-ins only, and the other browser is out at once', async () => {
    const [here, there] = [await signedIn(hub, 'Ada'), await signedIn(hub, 'Ada')];
    const other = await signedIn(hub, 'Bea');
    const own = await list(here);
    expect(own.map(({ name, role, method, isThisOne }) => [name, role, method, isThisOne]).sort()).toEqual([
      ['Ada', 'facilitator', 'link', false],
      ['Ada', 'facilitator', 'link', true],
    ]);
    const [foreign] = await list(other);
    expect(await end(here, foreign!.id)).toBe(404);
    expect(await end(here, own.find(({ isThisOne }) => !isThisOne)!.id)).toBe(204);
    expect([await meStatus(here), await meStatus(there), await meStatus(other)]).toEqual([200, 401, 200]);
    expect(await list(here)).toHaveLength(1);
  });

  test('an admin lists and ends the sign-ins of all, and that is in the access log', async () => {
    const [admin, ada] = [await signedIn(hub, 'Root', 'admin'), await signedIn(hub, 'Ada')];
    const all = await list(admin, '/desk/api/admin/sign-ins');
    const adas = all.find(({ name }) => name === 'Ada')!;
    expect(await end(admin, adas.id, '/desk/api/admin/sign-ins')).toBe(204);
    expect(await end(admin, adas.id, '/desk/api/admin/sign-ins')).toBe(404);
    expect(await meStatus(ada)).toBe(401);
    const rows = await rowsOf(store(), sql`select query from access_log where resource = 'sign-in ended'`);
    expect(rows).toEqual([{ query: `id=${adas.id}` }]);
  });

  test('a sign-in has a start, a last use to the minute, and an end', async () => {
    const cookie = await signedIn(hub);
    later(59_000);
    const times = async () => (await list(cookie)).map(({ startedAt, lastUsedAt, endsAt }) => [startedAt, lastUsedAt, endsAt]);
    expect(await times()).toEqual([['2026-11-22T12:00:00.000Z', '2026-11-22T12:00:00.000Z', '2026-11-23T00:00:00.000Z']]);
    later(1_000);
    await meStatus(cookie);
    expect((await times())[0]?.[1]).toBe('2026-11-22T12:01:00.000Z');
  });

  test('the id of a sign-in in a list signs nobody in', async () => {
    const [own] = await list(await signedIn(hub));
    expect(await meStatus({ cookie: `__Host-cairn_session=${own!.id}` })).toBe(401);
  });

  test('an ended sign-in is deleted after 90 days', async () => {
    await signedIn(hub);
    later(91 * 86_400_000);
    await signedIn(hub);
    expect(await rowsOf(store(), sql`select 1 from sign_ins`)).toHaveLength(1);
  });

  test('by default a link is for an admin until one has signed in, and then for a facilitator', async () => {
    const roleOfLink = async () =>
      (await createSignInLink(store(), { now: hub.clock.now, publicUrl: 'https://cairn.example.com' })).role;
    expect([await roleOfLink(), await roleOfLink()]).toEqual(['admin', 'admin']);
    await signedIn(hub, 'Root', 'admin');
    expect(await roleOfLink()).toBe('facilitator');
  });
});
