import { sql } from 'drizzle-orm';
import { beforeEach, expect, test } from 'vitest';
import { createSignInLink, hasNoAccounts } from '../../../src/hub/auth/sign-in-link.ts';
import type { Problem } from '../../../src/model/hub-api/intake.ts';
import { ask, backlog, type HubInTest, hubOn, rowsOf, signedIn } from '../hub-in-test.ts';
import { onBothStores } from '../on-both-stores.ts';

const hours = (count: number) => count * 3_600_000;

onBothStores((store) => {
  test('over http the cookie has a plain name, because browsers refuse the prefix there', async () => {
    const hub = hubOn(store(), { publicUrl: () => 'http://127.0.0.1:8787' });
    const { cookie } = await signedIn(hub, 'Plain');
    expect(cookie).toMatch(/^cairn_session=/);
    const me = await ask(hub, 'GET /desk/api/me', { headers: { cookie } });
    expect([me.status, me.headers.has('strict-transport-security')]).toEqual([200, false]);
  });

  test('a cookie of the plain name, which a neighbouring host can set, signs nobody in over https', async () => {
    const hub = hubOn(store());
    const { cookie } = await signedIn(hub, 'Planted');
    const planted = cookie.replace('__Host-', '');
    expect((await ask(hub, 'GET /desk/api/me', { headers: { cookie } })).status).toBe(200);
    expect((await ask(hub, 'GET /desk/api/me', { headers: { cookie: planted } })).status).toBe(401);
  });

  let hub: HubInTest;
  beforeEach(() => {
    hub = hubOn(store());
  });
  const link = async (name = 'Ada') => {
    const options = { name, role: 'facilitator' as const, now: hub.clock.now, publicUrl: 'https://cairn.example.com' };
    const { url } = await createSignInLink(store(), options);
    return url.split('#sign-in=')[1];
  };
  const signIn = (token: unknown, headers: Record<string, string> = {}) =>
    ask<Problem & { name: string; until: string }>(hub, 'POST /desk/api/sign-in', { body: { token }, headers });
  const later = (ms: number) => {
    hub.clock.now = new Date(hub.clock.now.getTime() + ms);
  };
  const meStatus = async (headers: Record<string, string>) => (await ask(hub, 'GET /desk/api/me', { headers })).status;

  test('a sign-in link works once, even for concurrent requests', async () => {
    const token = await link();
    const tries = await Promise.all([signIn(token), signIn(token), signIn(token)]);
    expect(tries.map(({ status }) => status).sort()).toEqual([200, 403, 403]);
    expect((await signIn(token)).body).toMatchObject({
      type: 'urn:cairn:problem:spent-link',
      remedy: expect.stringContaining('link'),
    });
    expect(await hasNoAccounts(store())).toBe(false);
  });

  test('the sign-in cookie is HttpOnly and SameSite=Strict and expires after twelve hours', async () => {
    const answer = await signIn(await link());
    const set = answer.headers.get('set-cookie') ?? '';
    expect(set).toMatch(/^__Host-cairn_session=[\w-]{43}; /);
    for (const part of ['HttpOnly', 'Secure', 'SameSite=Strict', 'Path=/']) expect(set.split('; ')).toContain(part);
    expect(answer.body).toMatchObject({ name: 'Ada', role: 'facilitator', until: '2026-11-23T00:00:00.000Z' });
    const cookie = { cookie: set.split(';')[0] ?? '' };
    expect(await meStatus(cookie)).toBe(200);
    later(hours(12));
    expect(await meStatus(cookie)).toBe(401);
  });

  test('over plain http the sign-in cookie is not Secure, because browsers would drop it', async () => {
    const plain = hubOn(store(), { publicUrl: () => 'http://127.0.0.1:8787' });
    const { headers } = await ask(plain, 'POST /desk/api/sign-in', { body: { token: await link() } });
    expect(headers.get('set-cookie')).not.toMatch(/secure/i);
  });

  test('a sign-in link expires after a day', async () => {
    const [used, unused] = [await link(), await link()];
    later(hours(24) - 1);
    expect((await signIn(used)).status).toBe(200);
    later(1);
    expect((await signIn(unused)).status).toBe(403);
  });

  test('signing out ends the sign-in of this browser only', async () => {
    const [here, there] = [await signedIn(hub), await signedIn(hub)];
    const out = await ask(hub, 'POST /desk/api/sign-out', { headers: here });
    expect([out.status, out.headers.get('set-cookie')]).toEqual([204, expect.stringContaining('Max-Age=0')]);
    expect([await meStatus(here), await meStatus(there)]).toEqual([401, 200]);
    expect((await ask(hub, 'POST /desk/api/sign-out')).status).toBe(204);
  });

  test('the desk API answers 401 without a valid cookie', async () => {
    for (const headers of [{}, { cookie: '__Host-cairn_session=guess' }, { cookie: '__Host-cairn_session=' }, { cookie: ';;;=' }])
      for (const path of ['/desk/api/me', '/desk/api/backlog'])
        expect((await ask(hub, `GET ${path}`, { headers: headers as Record<string, string> })).status).toBe(401);
  });

  test.each<[string, Record<string, string>, number]>([
    ['the desk', { 'sec-fetch-site': 'same-origin', origin: 'https://cairn.example.com' }, 200],
    ['an older browser at the desk', { origin: 'https://cairn.example.com' }, 200],
    ['an older browser by another name of the hub', { origin: 'http://hub.local', host: 'hub.local' }, 200],
    ['no browser', {}, 200],
    ['another site', { 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' }, 403],
    ['a neighbour on the same domain', { 'sec-fetch-site': 'same-site', origin: 'https://evil.example.com' }, 403],
    ['an older browser on another site', { origin: 'https://evil.example' }, 403],
    ['the same host by another scheme', { origin: 'http://cairn.example.com' }, 403],
    ['a sandboxed page', { origin: 'null' }, 403],
  ])('a request with %s is allowed or refused by its origin', async (_, headers, status) => {
    expect((await signIn(await link(), headers)).status).toBe(status);
  });

  test('the access log has one row per hour, account, resource and query', async () => {
    const name = crypto.randomUUID();
    const cookie = await signedIn(hub, name);
    for (const query of ['', '', '?limit=5', '?app=orders&choice=idea', '?after=2026-11-22T00:00:00.000Z&app=orders&choice=idea'])
      await backlog(hub, cookie, query);
    later(hours(1));
    await backlog(hub, cookie);
    const rows = await rowsOf<Record<string, unknown>>(
      store(),
      sql`select resource, query, requests, (extract(epoch from last_at - hour) / 60)::int as minute from access_log
          join accounts on accounts.id = access_log.account where accounts.name = ${name} order by hour, resource, query`,
    );
    expect(rows).toEqual([
      { resource: 'backlog', query: '', requests: 3, minute: 0 },
      { resource: 'backlog', query: 'app=orders choice=idea', requests: 2, minute: 0 },
      { resource: 'sign-in', query: 'method=link role=facilitator', requests: 1, minute: 0 },
      { resource: 'backlog', query: '', requests: 1, minute: 0 },
    ]);
  });

  test('the store contains no token, link or cookie in plain text', async () => {
    const token = await link();
    const answer = await signIn(token);
    const cookie = /cairn_session=([^;]+)/.exec(answer.headers.get('set-cookie') ?? '')?.[1];
    const held = JSON.stringify(
      await rowsOf(store(), sql`select l.hash, l.name, s.hash as cookie from sign_in_links l, sign_ins s`),
    );
    expect(held).not.toContain(token);
    expect(held).not.toContain(cookie);
    expect(hub.log.join()).not.toContain(token);
    expect(hub.log.join()).not.toContain(cookie);
  });
});
