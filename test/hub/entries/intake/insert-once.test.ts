import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, test } from 'vitest';
import type { EntryRow } from '../../../../src/hub/entries/entry-row.ts';
import { insertOnce } from '../../../../src/hub/entries/intake/insert-once.ts';
import { entries, installs } from '../../../../src/hub/store/schema.ts';
import { budget } from '../../hub-in-test.ts';
import { onBothStores } from '../../on-both-stores.ts';

const now = new Date('2026-11-22T12:00:00Z');
const times = { deviceAt: now, sentAt: now, at: now, receivedAt: now };

onBothStores((store) => {
  test('two batches with the same ids in opposite order do not deadlock', async () => {
    const install = randomUUID();
    await store().insert(installs).values({ id: install, secretHash: install, enrolledBy: 'a token', enrolledAt: now });
    const row = (first: string): EntryRow => ({
      ...{ id: first + randomUUID().slice(1), install, kind: 'guide', app: 'orders', route: '/', payload: {} },
      ...times,
    });
    const usage = { install, now, budget };
    const [low, high, gate] = [row('1'), row('2'), row('3')];
    // Holds both batches back half way, each with its first row inserted.
    const held = store().transaction(async (within) => {
      await within.insert(entries).values(gate);
      await pause(500);
      throw new Error('let go');
    });
    await pause(100);
    const both = [insertOnce(store(), usage, [low, gate, high]), insertOnce(store(), usage, [high, gate, low])];
    await expect(held).rejects.toThrow('let go');
    const holders = (await Promise.all(both)).map((inserted) => inserted.ownersById);
    expect(holders.map((found) => found.size).sort()).toEqual([0, 3]);
    expect(holders.flatMap((found) => [...found.values()])).toEqual([install, install, install]);
  });
});
