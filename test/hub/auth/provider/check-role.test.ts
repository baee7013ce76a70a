import { sql } from 'drizzle-orm';
import { beforeEach, expect, test } from 'vitest';
import { checkRole } from '../../../../src/hub/auth/provider/check-role.ts';
import { useSignIn } from '../../../../src/hub/auth/sign-in.ts';
import type { IdentityProvider, RenewedRole } from '../../../../src/hub/http/identity-provider.ts';
import type { Problem } from '../../../../src/model/hub-api/intake.ts';
import { ask, type HubInTest, hubDeps, hubOn, signedIn } from '../../hub-in-test.ts';
import { onBothStores } from '../../on-both-stores.ts';
import { attemptCookie, sampleProvider, signedInAtSample } from '../../sample-provider.ts';

const MINUTE_MS = 60_000;

onBothStores((store) => {
  let hub: HubInTest;
  let asked: string[];
  let answer: RenewedRole | ((tokens: { accessToken: string }) => Promise<RenewedRole>);
  const renewed = (role: 'facilitator' | 'admin' | undefined): RenewedRole => ({
    is: 'renewed',
    role,
    tokens: { accessToken: `access-${asked.length}`, refreshToken: `refresh-${asked.length}` },
  });
  const provider: IdentityProvider = {
    ...sampleProvider,
    renewRole: async ({ tokens }) => {
      asked.push(tokens.refreshToken ?? '');
      return typeof answer === 'function' ? answer(tokens) : answer;
    },
  };
  beforeEach(async () => {
    await store().execute(sql`truncate accounts, sign_ins, access_log cascade`);
    asked = [];
    answer = async () => renewed('facilitator');
    hub = hubOn(store(), { providers: [provider] });
  });
  const later = (minutes: number) => {
    hub.clock.now = new Date(hub.clock.now.getTime() + minutes * MINUTE_MS);
  };
  const me = async (headers: { cookie: string }, at = hub) => {
    const { status, body } = await ask<Problem & { role?: string }>(at, 'GET /desk/api/me', { headers });
    return status === 200 ? body.role : `${status} ${body.type.split(':').at(-1)}`;
  };

  test('the provider is asked again after four minutes, each time with the tokens that it gave last', async () => {
    const cookie = await signedInAtSample(hub);
    later(3.9);
    expect([await me(cookie), asked]).toEqual(['facilitator', []]);
    later(0.1);
    expect([await me(cookie), asked]).toEqual(['facilitator', ['refresh']]);
    later(4);
    expect([await me(cookie), asked]).toEqual(['facilitator', ['refresh', 'refresh-1']]);
  });

  test('a role that is gone ends the sign-in, one that the provider no longer knows does as well', async () => {
    const [one, other] = [await signedInAtSample(hub), await signedInAtSample(hub, { subject: 'bea' })];
    later(5);
    answer = async () => renewed(undefined);
    expect([await me(one), await me(one)]).toEqual(['401 role-removed', '401 not-signed-in']);
    answer = { is: 'ended' };
    expect([await me(other), await me(other)]).toEqual(['401 not-signed-in', '401 not-signed-in']);
  });

  test('another role counts at once for every later request', async () => {
    const cookie = await signedInAtSample(hub);
    later(4);
    answer = async () => renewed('admin');
    expect(await me(cookie)).toBe('admin');
    expect(await me(cookie)).toBe('admin');
  });

  test('without an answer a role counts for five minutes in all, and then nothing is answered until there is one', async () => {
    const cookie = await signedInAtSample(hub);
    answer = { is: 'unreachable', code: 'ECONNREFUSED' };
    later(4.5);
    expect(await me(cookie)).toBe('facilitator');
    later(0.5);
    expect(await me(cookie)).toBe('503 provider-unreachable');
    answer = async () => renewed('facilitator');
    expect(await me(cookie)).toBe('facilitator');
  });

  test('of requests at two hubs one asks the provider, because a refresh token works once, and the others wait for it', async () => {
    const other = hubOn(store(), { providers: [provider], now: () => hub.clock.now });
    const cookie = await signedInAtSample(hub);
    later(6);
    const roles = await Promise.all([me(cookie), me(cookie, other), me(cookie), me(cookie, other)]);
    expect([roles, asked]).toEqual([['facilitator', 'facilitator', 'facilitator', 'facilitator'], ['refresh']]);
  });

  test('a request that read its sign-in before another one asked does not ask again with tokens that are used up', async () => {
    const cookie = await signedInAtSample(hub);
    later(6);
    const secret = cookie.cookie.split('=')[1]!;
    const read = (await useSignIn(store(), secret, hub.clock.now))!;
    expect(await me(cookie)).toBe('facilitator');
    const deps = { ...hubDeps(store(), { now: () => hub.clock.now, log: [] }), providers: [provider] };
    expect([await checkRole(deps, secret, read), asked]).toMatchObject([
      { ok: true, signIn: { role: 'facilitator' } },
      ['refresh'],
    ]);
    later(6);
    const readLater = (await useSignIn(store(), secret, hub.clock.now))!;
    answer = async () => renewed(undefined);
    expect(await me(cookie)).toBe('401 role-removed');
    expect([await checkRole(deps, secret, readLater), asked.length]).toEqual([{ ok: false, why: 'ended' }, 2]);
  });

  test('a hub that died while it asked blocks the others for twenty seconds at most', async () => {
    const cookie = await signedInAtSample(hub);
    later(5);
    await store().execute(sql`update sign_ins set checking_until = ${new Date(hub.clock.now.getTime() - 1).toISOString()}`);
    expect(await me(cookie)).toBe('facilitator');
  });

  test('a clock that was set back asks the provider', async () => {
    const cookie = await signedInAtSample(hub);
    later(-1);
    expect([await me(cookie), asked.length]).toEqual(['facilitator', 1]);
  });

  test('a provider that is no longer set up ends its sign-ins', async () => {
    const cookie = await signedInAtSample(hub);
    later(5);
    expect(await me(cookie, hubOn(store(), { now: () => hub.clock.now }))).toBe('401 not-signed-in');
  });

  test('what people wrote needs a proof of the last hour; a link needs none, lasts an hour and is logged as a warning', async () => {
    const backlog = async (headers: { cookie: string }) => {
      const { status, body } = await ask<Problem>(hub, 'GET /desk/api/backlog', { headers });
      return status === 200 ? 'answered' : body.type.split(':').at(-1);
    };
    const proven = await signedInAtSample(hub);
    const link = await signedIn(hub);
    expect(hub.log.map((line) => JSON.parse(line))).toContainEqual(expect.objectContaining({ level: 'warn', msg: 'signed in' }));
    later(59);
    expect([await backlog(proven), await backlog(link)]).toEqual(['answered', 'answered']);
    later(2);
    expect([await backlog(proven), await backlog(link)]).toEqual(['confirmation-needed', 'not-signed-in']);
  });

  test('without a moment of authentication from the provider nothing is confirmed', async () => {
    const { headers } = await ask(hub, 'GET /desk/api/providers/sample/callback', { headers: { cookie: attemptCookie() } });
    const session = headers.getSetCookie().find((cookie) => cookie.startsWith('__Host-cairn_session='));
    const cookie = { cookie: session?.split(';')[0] ?? '' };
    expect(await me(cookie)).toBe('facilitator');
    expect((await ask(hub, 'GET /desk/api/backlog', { headers: cookie })).status).toBe(403);
  });

  test('coming back ends only an earlier sign-in of the same person', async () => {
    const [ada, bea] = [await signedInAtSample(hub), await signedInAtSample(hub, { subject: 'bea' })];
    const idOf = async (headers: { cookie: string }) =>
      (await ask<{ signIns: { id: string }[] }>(hub, 'GET /desk/api/sign-ins', { headers })).body.signIns[0]!.id;
    for (const replaces of [await idOf(ada), await idOf(bea)])
      await ask(hub, 'GET /desk/api/providers/sample/callback', {
        headers: { cookie: attemptCookie({ replaces, confirm: true }) },
      });
    expect([await me(ada), await me(bea)]).toEqual(['401 not-signed-in', 'facilitator']);
  });

  test.each(['https://evil.example', '//evil.example', '/v1', '?a=1#x', '?a=\\evil'])(
    'the desk never leads back to %s',
    async (to) => {
      const path = `/desk/api/providers/sample/begin?${new URLSearchParams({ return: to })}`;
      expect((await ask(hub, `GET ${path}`)).status).toBe(400);
    },
  );
});
