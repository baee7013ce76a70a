import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { eq, sql } from 'drizzle-orm';
import { beforeEach, expect, test } from 'vitest';
import type { EntryRow } from '../../../../src/hub/entries/entry-row.ts';
import { insertOnce } from '../../../../src/hub/entries/intake/insert-once.ts';
import { dailyUsage, installs } from '../../../../src/hub/store/schema.ts';
import { budget, rowsOf } from '../../hub-in-test.ts';
import { onBothStores } from '../../on-both-stores.ts';

const now = new Date('2026-11-22T12:00:00Z');

onBothStores((store) => {
  let install: string;
  beforeEach(async () => {
    install = randomUUID();
    await store().insert(installs).values({ id: install, secretHash: install, enrolledBy: 'a token', enrolledAt: now });
  });
  const rowAt = (receivedAt: Date): EntryRow => ({
    ...{ id: randomUUID(), install, kind: 'guide', app: 'orders', route: '/', payload: {} },
    ...{ deviceAt: receivedAt, sentAt: receivedAt, at: receivedAt, receivedAt },
  });
  const storedIds = async () => {
    const rows = await rowsOf<{ id: string }>(store(), sql`select id from entries where install = ${install} order by seq`);
    return rows.map(({ id }) => id);
  };

  test('batches with the same ids that come to several hubs at once are stored once', async () => {
    const usage = { install, now, budget };
    const rows = [rowAt(now), rowAt(now), rowAt(now)];
    await insertOnce(store(), usage, [rowAt(now)]);
    // Holds all batches back after they have read what is stored.
    const held = store().transaction(async (within) => {
      await within.update(dailyUsage).set({ entries: 1 }).where(eq(dailyUsage.install, install));
      await pause(500);
    });
    await pause(100);
    const all = Array.from({ length: 4 }, (_, at) => insertOnce(store(), usage, at % 2 ? rows : [...rows].reverse()));
    await held;
    const duplicates = (await Promise.all(all)).map(({ duplicateIds }) => duplicateIds.size);
    expect(duplicates.sort()).toEqual([0, 3, 3, 3]);
    expect((await storedIds()).slice(1).sort()).toEqual(rows.map(({ id }) => id).sort());
    const [used] = await store().select().from(dailyUsage).where(eq(dailyUsage.install, install));
    expect(used?.entries).toBe(4);
  });

  test('the first batches of an install that come at once are stored once', async () => {
    const rows = [rowAt(now), rowAt(now)];
    await Promise.all(Array.from({ length: 4 }, () => insertOnce(store(), { install, now, budget }, rows)));
    expect(await storedIds()).toEqual(rows.map(({ id }) => id));
  });

  test.each(['2019-12-30T00:00:00Z', '2021-06-06T23:59:59.999Z', '2063-04-05T12:00:00Z'])(
    'an entry that arrives in a week without a partition, at %s, is stored',
    async (time) => {
      const at = new Date(time);
      const batches = Array.from({ length: 3 }, () => [rowAt(at), rowAt(at)]);
      await Promise.all(batches.map((rows) => insertOnce(store(), { install, now: at, budget }, rows)));
      expect((await storedIds()).sort()).toEqual(
        batches
          .flat()
          .map(({ id }) => id)
          .sort(),
      );
    },
  );
});
