import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { beforeEach, expect, test } from 'vitest';
import { stopUnhealthy } from '../../../../src/hub/packs/releases/stop-unhealthy.ts';
import { watchRollOuts } from '../../../../src/hub/packs/releases/watch-roll-outs.ts';
import { entries } from '../../../../src/hub/store/entries-schema.ts';
import { createEntryWeek } from '../../../../src/hub/store/entry-weeks.ts';
import { packReleases } from '../../../../src/hub/store/release-schema.ts';
import { installs } from '../../../../src/hub/store/schema.ts';
import { noTelemetry } from '../../../../src/hub/telemetry/telemetry.ts';
import { ask, bearer, established, type HubInTest, hubOn, personHash, send, shown } from '../../hub-in-test.ts';
import { onBothStores } from '../../on-both-stores.ts';
import { packOf } from '../../packs-in-test.ts';
import { silent } from '../../silent-log.ts';
import { anActiveKey, type Publishing, publishContent, publishingAt, versionsOf } from '../publishing-in-test.ts';

onBothStores((store) => {
  let hub: HubInTest;
  let publishing: Publishing;
  let id: string;
  beforeEach(async () => {
    hub = hubOn(store());
    publishing = await publishingAt(hub);
    id = `pack-${crypto.randomUUID().slice(0, 8)}`;
    await anActiveKey(publishing);
    await publishContent(publishing, packOf({ id }));
    await publishContent(publishing, packOf({ id, version: 2 }), { share: 10 });
  });

  interface Meeting {
    version: number;
    people: number;
    troubled: number;
    what?: 'missing' | 'dismissed';
    /** Browsers whose policy names no person. */
    isUnnamed?: boolean;
    /** Browsers that enrolled just now. */
    isNew?: boolean;
  }

  /** Browsers that met the guide of a version; the first of them were in trouble with it. */
  async function meet({ version, people, troubled, what = 'missing', isUnnamed = false, isNew = false }: Meeting) {
    const { now } = hub.clock;
    const ago = (days: number) => new Date(now.getTime() - days * 86_400_000);
    const made = Array.from({ length: people }, (_, at) => ({
      ...{
        id: randomUUID(),
        secretHash: randomUUID(),
        enrolledBy: 'token',
        enrolledAt: now,
        firstEnrolledAt: isNew ? now : ago(30),
      },
      person: isUnnamed ? null : personHash(`${id} ${version} ${at}`),
      ...(!isNew && { activeOn: ago(20).toISOString(), activeAgainOn: ago(19).toISOString() }),
    }));
    await store().insert(installs).values(made);
    const entryOf = (install: string, kind: string) => ({
      ...{
        id: randomUUID(),
        install,
        kind: 'guide' as const,
        app: 'orders',
        route: '/',
        deviceAt: now,
        sentAt: now,
        at: now,
        receivedAt: now,
      },
      payload: { about: { pack: id, version, guide: 'constructor' }, what: kind },
    });
    const rows = made.flatMap((one, at) => ['shown', ...(at < troubled ? [what] : [])].map((kind) => entryOf(one.id, kind)));
    await createEntryWeek(store(), now);
    await store().insert(entries).values(rows);
  }
  const look = async () =>
    (await stopUnhealthy(store(), { now: hub.clock.now, installsPerPerson: 2 })).filter(({ pack }) => pack === id);
  const secondRelease = async () => (await versionsOf(publishing, id)).releases[0];

  test.each(['missing', 'dismissed'] as const)(
    'a roll-out is stopped where a control is %s for many more people than in the version before, and the reason has no numbers of people',
    async (what) => {
      await meet({ version: 1, people: 30, troubled: 1, what });
      await meet({ version: 2, people: 20, troubled: 14, what });
      expect(await look()).toEqual([{ pack: id, version: 2 }]);
      const release = await secondRelease();
      expect(release).toMatchObject({ state: 'stopped', revision: 2 });
      expect(release?.stopReason).toMatch(/the guide “First order” .* in version 1/);
      expect(release?.stopReason?.replace('version 1', '')).not.toMatch(/\d/);
      expect(await look()).toEqual([]);
    },
  );

  test.each<[string, Meeting[]]>([
    [
      'as many had trouble before',
      [
        { version: 1, people: 30, troubled: 21 },
        { version: 2, people: 20, troubled: 14 },
      ],
    ],
    [
      'fewer than twenty people met it',
      [
        { version: 1, people: 30, troubled: 0 },
        { version: 2, people: 19, troubled: 19 },
      ],
    ],
    [
      'a share had trouble that is tolerated',
      [
        { version: 1, people: 30, troubled: 0 },
        { version: 2, people: 40, troubled: 8 },
      ],
    ],
  ])('a roll-out goes on where %s', async (_, meetings) => {
    for (const meeting of meetings) await meet(meeting);
    expect(await look()).toEqual([]);
    expect((await secondRelease())?.state).toBe('offered');
  });

  test('browsers count as people only in so far as they can be so many, and made-up ones do not count', async () => {
    await meet({ version: 1, people: 30, troubled: 0 });
    await meet({ version: 2, people: 38, troubled: 38, isUnnamed: true });
    await meet({ version: 2, people: 40, troubled: 40, isNew: true });
    expect(await look()).toEqual([]);
    await meet({ version: 2, people: 2, troubled: 2, isUnnamed: true });
    expect(await look()).toEqual([{ pack: id, version: 2 }]);
  });

  test('a look waits for at least ten more people, so that no single one is seen to tip it', async () => {
    await meet({ version: 1, people: 30, troubled: 0 });
    await meet({ version: 2, people: 20, troubled: 0 });
    expect(await look()).toEqual([]);
    const checks = async () =>
      (await store().select().from(packReleases).where(eq(packReleases.pack, id))).map((one) => one.checks);
    expect(await checks()).toContainEqual({ constructor: { checks: 1, people: 20 } });
    hub.clock.now = new Date(hub.clock.now.getTime() + 3_600_000);
    expect(await look()).toEqual([]);
    expect(await checks()).toContainEqual({ constructor: { checks: 1, people: 20 } });
  });

  test('what somebody erased counts in no later look', async () => {
    await meet({ version: 1, people: 30, troubled: 0 });
    await meet({ version: 2, people: 19, troubled: 14 });
    const secret = await established(hub, { person: personHash(`${id} who erases`) });
    const about = { pack: id, version: 2, guide: 'constructor' };
    const sent = [shown({ about }), shown({ about, what: 'missing' })];
    await send(hub, secret, sent);
    for (const one of sent) await ask(hub, `DELETE /v1/entries/${one.id}`, { headers: bearer(secret) });
    expect(await look()).toEqual([]);
  });

  test('the rule looks every hour, and goes on after a failure', async () => {
    await meet({ version: 1, people: 30, troubled: 0 });
    await meet({ version: 2, people: 20, troubled: 20 });
    const ends = new AbortController();
    const timers: { ms: number; act: () => void }[] = [];
    const clock = {
      now: () => hub.clock.now.getTime(),
      after: (ms: number, act: () => void) => {
        timers.push({ ms, act });
        return () => undefined;
      },
    };
    let fails = true;
    const flaky = new Proxy(store(), {
      get(target, key) {
        if (key !== 'selectDistinct' || !fails) return Reflect.get(target, key).bind?.(target) ?? Reflect.get(target, key);
        fails = false;
        return () => {
          throw new Error('the store is away');
        };
      },
    });
    const watching = watchRollOuts(flaky, {
      installsPerPerson: 2,
      clock,
      log: silent,
      telemetry: noTelemetry,
      signal: ends.signal,
    });
    await expect.poll(() => timers.length).toBe(1);
    expect([timers[0]?.ms, (await secondRelease())?.state]).toEqual([3_600_000, 'offered']);
    timers[0]!.act();
    await expect.poll(() => timers.length).toBe(2);
    expect((await secondRelease())?.state).toBe('stopped');
    ends.abort();
    await watching;
  });
});
