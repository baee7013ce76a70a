import { randomUUID } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { beforeEach, expect, test } from 'vitest';
import { computeDueFigures } from '../../../../src/hub/aggregates/compute-due-figures.ts';
import { readHelped } from '../../../../src/hub/aggregates/thanks/read-helped.ts';
import { enrolled, established, type HubInTest, hubOn, personHash, rowsOf, send, shown } from '../../hub-in-test.ts';
import { onBothStores } from '../../on-both-stores.ts';

const WEEK_MS = 7 * 86_400_000;

onBothStores((store) => {
  let hub: HubInTest;
  let pack: string;
  let people: number;
  beforeEach(async () => {
    hub = hubOn(store());
    await store().execute(sql`delete from answer_weeks`);
    pack = `pack-${randomUUID().slice(0, 8)}`;
    people = 0;
  });

  const finished = () =>
    shown({ what: 'finished', about: { pack, version: 1, guide: 'my-way' }, at: hub.clock.now.toISOString() });
  /** So many further people finish the guide, some of them twice. */
  async function finish(count: number): Promise<void> {
    for (let nth = 0; nth < count; nth += 1) {
      people += 1;
      const secret = await established(hub, { person: personHash(`${pack} ${people}`) });
      await send(hub, secret, [finished(), ...(nth % 2 === 0 ? [finished()] : [])]);
    }
  }
  async function nextWeek(): Promise<number | null> {
    hub.clock.now = new Date(hub.clock.now.getTime() + WEEK_MS);
    await computeDueFigures(store(), hub.clock.now, { installsPerPerson: 2, retentionDays: 30 });
    return readHelped(store(), { pack, guide: 'my-way' });
  }

  test('nine people are nobody; the tenth makes ten, with the next snapshot and not before', async () => {
    await finish(9);
    expect(await nextWeek()).toBe(null);
    await finish(1);
    expect(await readHelped(store(), { pack, guide: 'my-way' })).toBe(null);
    expect(await nextWeek()).toBe(10);
  });

  test('the number grows in steps of ten, by people who are in it for the first time', async () => {
    await finish(14);
    expect(await nextWeek()).toBe(10);
    await finish(9);
    expect(await nextWeek()).toBe(10);
    await finish(2);
    expect(await nextWeek()).toBe(20);
  });

  test('within a week nothing changes, however many finish', async () => {
    await finish(10);
    expect(await nextWeek()).toBe(10);
    await finish(20);
    await computeDueFigures(store(), hub.clock.now, { installsPerPerson: 2, retentionDays: 30 });
    expect(await readHelped(store(), { pack, guide: 'my-way' })).toBe(10);
  });

  test('a person with two browsers is one of those who finished, and the figures of the week are computed', async () => {
    await finish(12);
    const secret = await established(hub, { person: personHash(`${pack} 1`) });
    await send(hub, secret, [finished()]);
    expect(await nextWeek()).toBe(10);
  });

  test('made-up installs of this week count as nobody, and the store keeps no list of who finished', async () => {
    for (let nth = 0; nth < 12; nth += 1) await send(hub, await enrolled(hub), [finished()]);
    expect(await nextWeek()).toBe(null);
    await finish(10);
    await nextWeek();
    const [row] = await rowsOf<{ row: string }>(
      store(),
      sql`select to_jsonb(t)::text as row from guide_thanks t where pack = ${pack}`,
    );
    expect(JSON.parse(row!.row)).toEqual({ pack, guide: 'my-way', week: expect.any(String), people: 10 });
  });
});
