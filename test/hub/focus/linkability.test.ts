import { randomUUID } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { beforeEach, expect, test } from 'vitest';
import { retentionCutoff } from '../../../src/hub/entries/retention/due.ts';
import { pruneEntries } from '../../../src/hub/entries/retention/prune-entries.ts';
import type { ErasureReceipt } from '../../../src/model/hub-api/intake.ts';
import {
  ask,
  backlog,
  bearer,
  enrolled,
  feedback,
  type HubInTest,
  hubOn,
  rowsOf,
  send,
  signedIn,
  wordsFor,
} from '../hub-in-test.ts';
import { onBothStores } from '../on-both-stores.ts';

const day = 86_400_000;

onBothStores((store) => {
  let hub: HubInTest;
  let app: string;
  beforeEach(() => {
    hub = hubOn(store(), { releaseHours: 1 });
    app = `app-${randomUUID().slice(0, 8)}`;
  });

  const at = (time: string) => {
    hub.clock.now = new Date(time);
  };
  const read = async (query = '') => backlog(hub, await signedIn(hub), `?app=${app}&limit=200${query}`);
  const fresh = (given: object = {}) => feedback({ app, at: hub.clock.now.toISOString(), ...given });

  test('items of one batch share nothing at the desk that the items of the same day do not share', async () => {
    const [linked, other] = [await enrolled(hub), await enrolled(hub)];
    const batch = [fresh({ route: '/a' }), fresh({ route: '/b' }), fresh({ route: '/c' })];
    await send(hub, linked, [...batch, wordsFor(batch[0]!.id, 'call me', { app, contact: 'Sample Person' })]);
    at('2026-11-22T12:40:11.123Z');
    await send(hub, other, [fresh({ route: '/d' })]);
    at('2026-11-22T13:00:00Z');
    const { items } = await read();
    expect(items.map(({ route }) => route).sort()).toEqual(['/a', '/b', '/c', '/d']);
    const shared = items.map(({ id: _, route: __, words: ___, contact: ____, ...rest }) => JSON.stringify(rest));
    expect(new Set(shared).size).toBe(1);
  });

  test('the desk gives no time finer than a day, no number of arrival and no id that a device knows', async () => {
    const secret = await enrolled(hub);
    at('2026-11-22T12:34:56.789Z');
    const sent = [fresh(), fresh()];
    await send(hub, secret, [...sent, wordsFor(sent[0]!.id, 'A comment.', { app })]);
    at('2026-11-22T15:00:00Z');
    const text = JSON.stringify({ ...(await read('&limit=1')), released: undefined });
    expect(text).not.toMatch(/\d\d:\d\d|"seq"|receivedAt|1[23]:|34:56/);
    for (const { id } of sent) expect(text).not.toContain(id);
  });

  test('whoever asks every minute sees feedback and comments appear at full hours only, all at once', async () => {
    const [secret, cookie] = [await enrolled(hub), await signedIn(hub)];
    const seen: string[] = [];
    let after = '';
    let last = '';
    for (let minute = 0; minute <= 180; minute += 1) {
      hub.clock.now = new Date(Date.parse('2026-11-22T12:00:00Z') + minute * 60_000);
      if (minute % 7 === 3 && minute < 110) {
        const one = fresh();
        await send(hub, secret, [one]);
        await send(hub, secret, [wordsFor(one.id, 'Right after it.', { app })]);
      }
      const page = await backlog(hub, cookie, `?app=${app}${after}`);
      const text = JSON.stringify([page.items, page.total, page.released]);
      if (text !== last) seen.push(`${hub.clock.now.toISOString().slice(11, 16)}`);
      last = text;
      after ||= `&after=${page.released}`;
    }
    expect(seen.filter((time) => !time.endsWith(':00'))).toEqual(['12:01']);
    expect((await read()).items).toHaveLength(16);
  });

  test('a comment alone is released like its feedback', async () => {
    const secret = await enrolled(hub);
    const one = fresh();
    await send(hub, secret, [one]);
    at('2026-11-22T13:10:00Z');
    await send(hub, secret, [wordsFor(one.id, 'Later.', { app })]);
    expect((await read()).items).toEqual([expect.not.objectContaining({ words: 'Later.' })]);
    at('2026-11-22T14:00:00Z');
    expect((await read()).items).toEqual([expect.objectContaining({ words: 'Later.' })]);
  });

  test('a reader that polls by "released" misses nothing, also of what arrives just before a step', async () => {
    const [secret, cookie] = [await enrolled(hub), await signedIn(hub)];
    const seen = new Set<string>();
    let after = '2026-11-22T11:00:00.000Z';
    for (let minute = 0; minute <= 130; minute += 1) {
      hub.clock.now = new Date(Date.parse('2026-11-22T12:00:30Z') + minute * 60_000);
      if (minute < 65) await send(hub, secret, [fresh()]);
      const page = await backlog(hub, cookie, `?app=${app}&limit=200&after=${after}`);
      for (const { id } of page.items) {
        expect(seen).not.toContain(id);
        seen.add(id);
      }
      after = page.released;
    }
    expect(seen.size).toBe(65);
  });

  test('the order within a day is neither the order of arrival nor its reverse', async () => {
    const secret = await enrolled(hub);
    const sent = Array.from({ length: 60 }, (_, nth) => fresh({ route: `/${nth}` }));
    for (const one of sent) await send(hub, secret, [one]);
    at('2026-11-22T14:00:00Z');
    const order = (await read()).items.map(({ route }) => Number(route.slice(1)));
    const steps = order.slice(1).filter((nth, index) => Math.abs(nth - order[index]!) === 1).length;
    expect(order).toHaveLength(60);
    expect(steps).toBeLessThan(15);
  });

  test('what waits for its release is not in the number of items', async () => {
    const secret = await enrolled(hub);
    await send(hub, secret, [fresh()]);
    expect((await read()).total).toBe(0);
    at('2026-11-22T13:00:00Z');
    expect((await read()).total).toBe(1);
  });

  test('the cost of a poll does not depend on what was released before', async () => {
    const plan = await rowsOf<{ indexdef: string }>(
      store(),
      sql`select indexdef from pg_indexes where tablename in ('entries', 'backlog_items')`,
    );
    const definitions = plan.map(({ indexdef }) => indexdef).join('\n');
    expect(definitions).toMatch(/backlog_items USING btree \(released_at\)/);
    expect(definitions).toMatch(/\(released_at\) WHERE \(kind = 'words'/);
  });

  test('old feedback takes comments and erasure from its author alone, also after a new enrolment', async () => {
    const [mine, eve] = [await enrolled(hub), await enrolled(hub)];
    const one = fresh();
    await send(hub, mine, [one]);
    hub.clock.now = new Date(hub.clock.now.getTime() + 40 * day);
    await pruneEntries(store(), {
      before: retentionCutoff(hub.clock.now, 30),
      batchSize: 500,
      signal: new AbortController().signal,
    });
    const erase = async (secret: string) =>
      (await ask<ErasureReceipt>(hub, `DELETE /v1/entries/${one.id}`, { headers: bearer(secret) })).body.erased;
    await send(hub, eve, [wordsFor(one.id, 'I hate my team', { app, contact: 'Victim' })]);
    await send(hub, mine, [wordsFor(one.id, 'From the author.', { app })]);
    hub.clock.now = new Date(hub.clock.now.getTime() + day);
    const [item] = (await read()).items;
    expect([item?.words, item?.contact]).toEqual(['From the author.', undefined]);
    const deskId = await ask<ErasureReceipt>(hub, `DELETE /v1/entries/${item?.id}`, { headers: bearer(eve) });
    expect(deskId.body.erased).toBe(false);
    expect(await erase(eve)).toBe(false);
    expect((await read()).items).toHaveLength(1);
    expect(await erase(mine)).toBe(true);
    expect((await read()).items).toEqual([]);
  });

  test('nothing in the store leads from old feedback to its install', async () => {
    const { createHash } = await import('node:crypto');
    const sha = (text: string) => createHash('sha256').update(text).digest('base64url');
    const secret = await enrolled(hub);
    const one = fresh();
    await send(hub, secret, [one]);
    const [sender] = await rowsOf<{ id: string; secret_hash: string }>(
      store(),
      sql`select id, secret_hash from installs where secret_hash = ${sha(secret)}`,
    );
    const [row] = await rowsOf<{ author_mark: string }>(store(), sql`select author_mark from backlog_items where app = ${app}`);
    const keys = [sender!.id, sender!.secret_hash, sha(`author/${sender!.secret_hash}`), sha(sender!.id)];
    for (const key of keys) expect(row?.author_mark).not.toBe(sha(`${key}/${one.id}`));
    expect(row?.author_mark).toMatch(/^[\w-]{43}$/);
  });
});
