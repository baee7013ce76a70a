import { setImmediate as turn } from 'node:timers/promises';
import { sql } from 'drizzle-orm';
import { beforeEach, expect, test } from 'vitest';
import { pruneDaily } from '../../../../src/hub/entries/retention/prune-daily.ts';
import { createJsonLog } from '../../../../src/hub/log/log.ts';
import type { OpenStore, Store } from '../../../../src/hub/store/store.ts';
import { noTelemetry } from '../../../../src/hub/telemetry/telemetry.ts';
import { handClock } from '../../../runtime/hand-clock.ts';
import { enrolled, type HubInTest, hubOn, rowsOf, send, shown } from '../../hub-in-test.ts';
import { onBothStores } from '../../on-both-stores.ts';

const hour = 3_600_000;
const day = 24 * hour;
const noon = Date.UTC(2026, 10, 22, 12);

onBothStores((store) => {
  let hub: HubInTest;
  let secret: string;
  let log: { msg: string; entries?: number }[];
  beforeEach(async () => {
    await store().execute(sql`delete from entries`);
    await store().execute(sql`delete from daily_runs`);
    hub = hubOn(store());
    secret = await enrolled(hub);
    log = [];
  });

  const arrive = async (at: number) => {
    hub.clock.now = new Date(at);
    await send(hub, secret, [shown({ at: hub.clock.now.toISOString() })]);
  };
  const held = async () => (await rowsOf(store(), sql`select id from entries`)).length;
  /** A hub that runs: its clock, and how it is stopped. */
  const run = (start: number, given: { store: Store } = { store: store() }) => {
    const clock = handClock(start);
    const life = new AbortController();
    const lines = createJsonLog({
      write: (line) => log.push(JSON.parse(line)),
      minLevel: 'debug',
      now: () => new Date(clock.now()),
    });
    const whole: OpenStore = { kind: 'folder', ...given, jobs: given.store, probe: given.store, close: async () => undefined };
    const ended = pruneDaily(whole, {
      days: 30,
      installsPerPerson: 2,
      clock,
      log: lines,
      telemetry: noTelemetry,
      signal: life.signal,
    });
    const idle = async () => {
      while (clock.waiting === 0) await turn();
    };
    const stop = () => {
      life.abort();
      return ended;
    };
    return { clock, idle, stop };
  };

  test('pruning runs at the start and right after each midnight UTC', async () => {
    await arrive(noon - 30 * day);
    await arrive(noon - 29 * day);
    await arrive(noon - 28 * day);
    const { clock, idle, stop } = run(noon);
    await idle();
    expect(await held()).toBe(2);
    clock.advance(12 * hour - 1);
    await idle();
    expect(await held()).toBe(2);
    clock.advance(1);
    await idle();
    expect(await held()).toBe(1);
    clock.advance(day);
    await idle();
    expect(await held()).toBe(0);
    expect(log).toMatchObject([1, 1, 1].map((entries) => ({ msg: 'pruned', entries, days: 30 })));
    await stop();
    expect(clock.waiting).toBe(0);
  });

  test('pruning after weeks of standstill catches up twelve hours later', async () => {
    for (const days of [80, 60, 40, 1]) await arrive(noon - days * day);
    const first = run(noon - 35 * day);
    await first.idle();
    await first.stop();
    expect(await held()).toBe(3);
    const second = run(noon);
    await second.idle();
    expect(await held()).toBe(3);
    expect(log.at(-1)).toMatchObject({ level: 'warn', until: new Date(noon + 12 * hour).toISOString() });
    second.clock.advance(12 * hour);
    await second.idle();
    await second.stop();
    expect(await held()).toBe(1);
  });

  test('a clock that is weeks ahead deletes nothing if it is corrected within twelve hours', async () => {
    await arrive(noon - day);
    const before = run(noon);
    await before.idle();
    await before.stop();
    const ahead = run(noon + 40 * day);
    await ahead.idle();
    ahead.clock.advance(11 * hour);
    await ahead.stop();
    const corrected = run(noon + 12 * hour);
    await corrected.idle();
    corrected.clock.advance(day);
    await corrected.idle();
    await corrected.stop();
    expect(await held()).toBe(1);
  });

  test('a failed pruning is logged and retried within the hour', async () => {
    await arrive(noon - 31 * day);
    let isAway = true;
    const shaky = new Proxy(store(), {
      get(real, name) {
        if (isAway) throw new TypeError('the store is away');
        return Reflect.get(real, name, real);
      },
    });
    const { clock, idle, stop } = run(noon, { store: shaky });
    await idle();
    expect(log).toMatchObject([{ level: 'error', msg: 'not pruned' }]);
    expect(await held()).toBe(1);
    isAway = false;
    clock.advance(hour);
    await idle();
    expect(await held()).toBe(0);
    await stop();
  });

  test('pruning that is stopped while it waits ends without a pending timer', async () => {
    const { clock, idle, stop } = run(noon);
    await idle();
    await stop();
    expect(clock.waiting).toBe(0);
    expect(log).toEqual([]);
  });
});
