import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { eq, sql } from 'drizzle-orm';
import { beforeEach, expect, test } from 'vitest';
import type { EntryRow } from '../../../../src/hub/entries/entry-row.ts';
import { eraseEntry } from '../../../../src/hub/entries/erasure/erase-entry.ts';
import { insertOnce } from '../../../../src/hub/entries/intake/insert-once.ts';
import { dailyUsage, installs } from '../../../../src/hub/store/schema.ts';
import type { ErasureReceipt, Problem } from '../../../../src/model/hub-api/intake.ts';
import {
  answered,
  ask,
  backlog,
  bearer,
  budget,
  enrolled,
  feedback,
  type HubInTest,
  hubOn,
  rowsOf,
  send,
  shown,
  signedIn,
  wordsFor,
} from '../../hub-in-test.ts';
import { onBothStores } from '../../on-both-stores.ts';

onBothStores((store) => {
  let hub: HubInTest;
  let mine: string;
  let others: string;
  let app: string;
  beforeEach(async () => {
    hub = hubOn(store());
    [mine, others] = [await enrolled(hub), await enrolled(hub)];
    app = `app-${randomUUID().slice(0, 8)}`;
  });

  const erase = (id: string, secret = mine, at = hub) =>
    ask<ErasureReceipt & Problem>(at, `DELETE /v1/entries/${id}`, { headers: bearer(secret) });
  const held = async () =>
    (await rowsOf<{ id: string }>(store(), sql`select id from entries where app = ${app}`)).map(({ id }) => id);
  const day = '2026-11-22T00:00:00.000Z';

  test('an erased entry is gone, and its receipt is the same on any later day', async () => {
    const [one, other] = [shown({ app }), shown({ app })];
    await send(hub, mine, [one, other]);
    const receipt = await erase(one.id);
    expect([receipt.status, receipt.body]).toEqual([200, { id: one.id, erased: true, at: day }]);
    hub.clock.now = new Date('2026-12-01T12:00:00Z');
    expect((await erase(one.id.toUpperCase())).body).toEqual(receipt.body);
    expect(await held()).toEqual([other.id]);
  });

  test('an erased entry that is sent again is refused with the reason', async () => {
    const one = feedback({ app });
    await send(hub, mine, [one]);
    await erase(one.id);
    const after = feedback({ app });
    const { body } = await send(hub, mine, [{ ...one, id: one.id.toUpperCase() }, after]);
    expect(body.results).toEqual([
      { id: one.id.toUpperCase(), accepted: false, path: '', reason: 'was erased by its owner' },
      { id: after.id, accepted: true, duplicate: false },
    ]);
    expect(await held()).toEqual([after.id]);
  });

  test('an entry erased before it arrived is refused when it arrives', async () => {
    const one = feedback({ app });
    expect((await erase(one.id)).body).toEqual({ id: one.id, erased: false, at: day });
    expect((await send(hub, mine, [one])).body.results).toMatchObject([{ accepted: false, reason: 'was erased by its owner' }]);
    expect((await erase(one.id)).body).toEqual({ id: one.id, erased: false, at: day });
    expect(await held()).toEqual([]);
  });

  test('erasing feedback erases its comments and its backlog item, and no other item', async () => {
    const [one, other] = [feedback({ app }), feedback({ app, route: '/other' })];
    const words = wordsFor(one.id, 'These too.', { app });
    await send(hub, mine, [one, other, words, wordsFor(other.id, 'These stay.', { app })]);
    await erase(one.id);
    const late = wordsFor(one.id, 'Written at the same moment.', { app });
    expect((await send(hub, mine, [words, late])).body.results).toEqual([
      { id: words.id, accepted: false, path: '', reason: 'was erased by its owner' },
      { id: late.id, accepted: false, path: 'of', reason: 'belongs to feedback that was erased by its owner' },
    ]);
    expect((await erase(words.id)).body).toEqual({ id: words.id, erased: true, at: day });
    const page = await backlog(hub, await signedIn(hub), `?app=${app}`);
    expect(page).toMatchObject({ total: 1, items: [{ route: '/other', words: 'These stay.' }] });
  });

  test('a comment can be erased without its feedback', async () => {
    const one = feedback({ app });
    const words = wordsFor(one.id, 'Better not.', { app, contact: 'Ada' });
    await send(hub, mine, [one, words]);
    await erase(words.id);
    const [item] = (await backlog(hub, await signedIn(hub), `?app=${app}`)).items;
    expect(item).toMatchObject({ route: one.route });
    expect(item).not.toHaveProperty('words');
    expect(item).not.toHaveProperty('contact');
  });

  test('an install can neither erase, detect nor block entries and comments of another', async () => {
    const [there, erased, never, mineAlone] = [
      feedback({ app, route: '/there' }),
      feedback({ app }),
      feedback({ app }),
      feedback({ app }),
    ];
    await send(hub, others, [there, erased, wordsFor(there.id, 'Mine.', { app })]);
    await erase(erased.id, others);
    const asked = [there, erased, never];
    const answers = await Promise.all(asked.map(({ id }) => erase(id)));
    expect(answers.map(({ status, body: { id: _, ...receipt } }) => [status, receipt])).toEqual(
      asked.map(() => [200, { erased: false, at: day }]),
    );
    const sent = await send(hub, mine, [...asked, mineAlone]);
    const refused = { accepted: false, path: '', reason: 'was erased by its owner' };
    expect(sent.body.results).toEqual([
      ...asked.map(({ id }) => ({ id, ...refused })),
      { id: mineAlone.id, accepted: true, duplicate: false },
    ]);
    expect((await send(hub, others, [there, never])).body.results).toMatchObject([
      { duplicate: true },
      { accepted: true, duplicate: false },
    ]);
    const items = (await backlog(hub, await signedIn(hub), `?app=${app}`)).items;
    expect(items.find(({ route }) => route === '/there')?.words).toBe('Mine.');
  });

  test('the mark of an erasure reveals neither entry nor install, and only the day', async () => {
    const one = feedback({ app });
    await send(hub, mine, [one]);
    const [sender] = await rowsOf<{ install: string }>(store(), sql`select install from entries where id = ${one.id}`);
    const before = await rowsOf(store(), sql`select mark from erasures`);
    await erase(one.id);
    const marks = await rowsOf<Record<string, unknown>>(store(), sql`select mark, erased, day::text from erasures`);
    expect(marks).toHaveLength(before.length + 1);
    expect(marks.every((row) => Object.keys(row).join() === 'mark,erased,day' && row.day === '2026-11-22')).toBe(true);
    expect(JSON.stringify(marks)).not.toMatch(new RegExp(`${one.id}|${sender?.install}`));
    expect(hub.log.join()).not.toContain(one.id);
  });

  test('an erasure without a valid secret or a UUID is refused', async () => {
    const one = feedback({ app });
    await send(hub, mine, [one]);
    expect([(await erase(one.id, 'nobody')).status, (await erase('no-id')).status]).toEqual([401, 400]);
    expect(await held()).toEqual([one.id]);
  });

  test.each(['the batch first', 'the erasure first'])(
    'an entry that arrives while it is being erased does not stay: %s',
    async (order) => {
      const install = randomUUID();
      const now = hub.clock.now;
      await store().insert(installs).values({ id: install, secretHash: install, enrolledBy: 'a token', enrolledAt: now });
      const usage = { install, now, budget };
      const row = (): EntryRow => ({
        ...{ id: randomUUID(), install, kind: 'guide', app, route: '/', payload: {} },
        ...{ deviceAt: now, sentAt: now, at: now, receivedAt: now },
      });
      const [earlier, one, other] = [row(), row(), row()];
      await insertOnce(store(), usage, [earlier]);
      // Holds both back: they have been asked for, and neither is done.
      const holding = store().transaction(async (within) => {
        await within.update(dailyUsage).set({ entries: 1 }).where(eq(dailyUsage.install, install));
        await pause(500);
      });
      await pause(100);
      const start = [
        () => insertOnce(store(), usage, [one, other]),
        () => eraseEntry(store(), { install, authorKey: 'a key', id: one.id, now }),
      ];
      const both = [];
      for (const begin of order === 'the batch first' ? start : start.reverse()) {
        both.push(begin());
        await pause(100);
      }
      await Promise.all([holding, ...both]);
      expect(new Set(await held())).toEqual(new Set([earlier.id, other.id]));
      expect(await insertOnce(store(), usage, [one])).toMatchObject({ erasedIds: new Map([[one.id, 'itself']]) });
      expect(await held()).toHaveLength(2);
    },
  );

  test('erasing feedback leaves nothing of it in any table', async () => {
    const one = feedback({ app, route: '/orders/erased-everywhere' });
    const words = wordsFor(one.id, 'A text to be erased everywhere', { app, contact: 'Ada of everywhere' });
    const answer = { ...answered({ what: 'words', words: 'An answer to be erased everywhere' }), app };
    await send(hub, mine, [one, words, answer]);
    await erase(one.id);
    await erase(answer.id);
    const tables = await rowsOf<{ name: string }>(
      store(),
      sql`select table_name as name from information_schema.tables where table_schema = 'public'`,
    );
    expect(tables.length).toBeGreaterThan(15);
    for (const { name } of tables) {
      const rows = JSON.stringify(await rowsOf(store(), sql`select * from ${sql.identifier(name)}`));
      expect([name, /erased-everywhere|of everywhere|erased everywhere/.test(rows)]).toEqual([name, false]);
      for (const { id } of [one, words, answer]) expect([name, rows.includes(id)]).toEqual([name, false]);
    }
  });

  test('concurrent erasures and copies of one entry leave nothing and give one receipt', async () => {
    const all = Array.from({ length: 20 }, () => feedback({ app }));
    // A hub serves four requests of one install at once.
    const hubs = Array.from({ length: 10 }, () => hubOn(store()));
    const sending = [all.slice(0, 10), all.slice(10), [...all].reverse()].map((batch) => send(hub, mine, batch));
    const receipts = await Promise.all([...all, ...all].map(({ id }, at) => erase(id, mine, hubs[at % hubs.length])));
    await Promise.all(sending);
    await send(hub, mine, all);
    expect(await held()).toEqual([]);
    for (const { id } of all) {
      const receipt = receipts.filter(({ body }) => body.id === id).map(({ body }) => JSON.stringify(body));
      expect(new Set([...receipt, JSON.stringify((await erase(id)).body)]).size).toBe(1);
    }
  });
});
