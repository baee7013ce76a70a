import { gzipSync } from 'node:zlib';
import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import type { BatchReply } from '../../../../src/model/hub-api/intake.ts';
import { answered, ask, bearer, enrolled, feedback, hubOn, rowsOf, send, shown, wordsFor } from '../../hub-in-test.ts';
import { onBothStores } from '../../on-both-stores.ts';

const accepted = (duplicate: boolean) => (entry: { id: string }) => ({ id: entry.id, accepted: true, duplicate });

onBothStores((store) => {
  const held = async (ids: string[]) => {
    const rows = await rowsOf<{ id: string }>(store(), sql`select id from entries`);
    return rows.filter((row) => ids.includes(row.id)).length;
  };

  test('entries of every kind are stored once, however often they are sent', async () => {
    const hub = hubOn(store());
    const secret = await enrolled(hub);
    const first = feedback({
      control: { role: 'button', name: 'Save' },
      about: { pack: 'p', version: 1, guide: 'g', step: 's' },
    });
    const answers = [
      { what: 'umux-lite', capabilities: 6, ease: 5 },
      { what: 'choice', option: 'phone' },
      { what: 'words', words: 'Fewer clicks.' },
    ];
    const batch = [first, wordsFor(first.id, 'Wörter 日本 😀', { contact: 'Ada' }), shown(), ...answers.map(answered)];
    const once = await send(hub, secret, batch);
    const twice = await send(hub, secret, batch);
    expect(once).toMatchObject({ status: 200, body: { now: '2026-11-22T12:00:00.000Z', results: batch.map(accepted(false)) } });
    expect(twice.body.results).toEqual(batch.map(accepted(true)));
    expect(await held(batch.map(({ id }) => id))).toBe(batch.length);
    const stored = await rowsOf<{ payload: object }>(
      store(),
      sql`select payload from entries where kind = 'answer' order by seq`,
    );
    expect(stored.map(({ payload }) => payload)).toEqual(
      expect.arrayContaining(answers.map((answer) => expect.objectContaining({ answer }))),
    );
  });

  test('a faulty entry is refused with its reason, and the rest of the batch is stored', async () => {
    const hub = hubOn(store());
    const [good, alsoGood] = [feedback(), shown()];
    const faulty: [unknown, string | null, string][] = [
      [5, null, ''],
      [null, null, ''],
      [{}, null, 'kind'],
      [{ ...feedback(), id: 'no uuid' }, 'no uuid', 'id'],
      [{ ...good, id: 7 }, null, 'id'],
      [{ ...feedback({ choice: 'angry' }), id: good.id }, good.id, 'choice'],
      [{ ...feedback({ extra: 1 }), id: good.id }, good.id, ''],
      [{ ...feedback({ route: 'a\0b' }), id: good.id }, good.id, 'route'],
      [{ ...feedback({ control: { role: 'button', name: 'half \ud800' } }), id: good.id }, good.id, 'control.name'],
      [{ ...feedback({ at: '1969-12-31T23:59:59Z' }), id: good.id }, good.id, 'at'],
      [{ ...feedback({ at: 'yesterday' }), id: good.id }, good.id, 'at'],
      [{ ...wordsFor(good.id, ''), id: good.id }, good.id, 'words'],
      [{ ...shown({ what: 'eaten' }), id: good.id }, good.id, 'what'],
    ];
    const { status, body } = await send(hub, await enrolled(hub), [...faulty.map(([entry]) => entry), good, alsoGood]);
    expect(status).toBe(200);
    expect(body.results.slice(0, faulty.length)).toEqual(
      faulty.map(([, id, path]) => ({ id, accepted: false, path, reason: expect.stringMatching(/\w/) })),
    );
    expect(body.results.slice(faulty.length)).toEqual([good, alsoGood].map(accepted(false)));
  });

  test("an id of another install's entry is refused, and that entry stays", async () => {
    const hub = hubOn(store());
    const mine = feedback({ choice: 'works' });
    await send(hub, await enrolled(hub), [mine]);
    const other = feedback();
    const { body } = await send(hub, await enrolled(hub), [{ ...mine, choice: 'slowed' }, other]);
    expect(body.results).toEqual([
      { id: mine.id, accepted: false, path: 'id', reason: 'belongs to an entry of another install' },
      accepted(false)(other),
    ]);
    const [row] = await rowsOf<{ choice: string }>(
      store(),
      sql`select payload ->> 'choice' as choice from entries where id = ${mine.id}`,
    );
    expect(row?.choice).toBe('works');
  });

  test('an id that occurs twice in a batch, in either letter case, is one entry', async () => {
    const hub = hubOn(store());
    const one = feedback();
    const loud = { ...one, id: one.id.toUpperCase() };
    const { body } = await send(hub, await enrolled(hub), [one, one, loud]);
    expect(body.results).toEqual([accepted(false)(one), accepted(true)(one), accepted(true)(loud)]);
    expect(await held([one.id])).toBe(1);
  });

  test('an entry is stored with the time of the device and the corrected time', async () => {
    const hub = hubOn(store());
    const one = feedback({ at: '2031-01-01T09:00:00.000Z' });
    await send(hub, await enrolled(hub), [one], '2031-01-01T10:00:00.000Z');
    const [row] = await rowsOf<Record<string, string>>(
      store(),
      sql`select extract(epoch from device_at)::int as device, extract(epoch from sent_at)::int as sent, extract(epoch from at)::int as at from entries where id = ${one.id}`,
    );
    const seconds = (time: string) => Date.parse(time) / 1000;
    expect(row).toEqual({
      device: seconds('2031-01-01T09:00:00Z'),
      sent: seconds('2031-01-01T10:00:00Z'),
      at: seconds('2026-11-22T11:00:00Z'),
    });
  });

  test('a compressed batch of 500 entries is stored', async () => {
    const hub = hubOn(store());
    const entries = Array.from({ length: 500 }, (_, at) => (at % 2 ? shown() : feedback()));
    const body = gzipSync(JSON.stringify({ sentAt: hub.clock.now.toISOString(), entries }));
    const headers = { ...bearer(await enrolled(hub)), 'content-encoding': 'gzip' };
    const answer = await ask<BatchReply>(hub, 'POST /v1/entries', { body, headers });
    expect(answer.body.results).toEqual(entries.map(accepted(false)));
  });

  test('concurrent batches with the same ids in other orders neither fail nor store twice', async () => {
    const hubs = [hubOn(store()), hubOn(store())] as const;
    const secret = await enrolled(hubs[0]);
    const entries = Array.from({ length: 60 }, (_, at) => (at % 3 ? shown() : feedback()));
    const shuffled = () => entries.map((one) => ({ one, key: Math.random() })).sort((a, b) => a.key - b.key);
    const batches = Array.from({ length: 8 }, () => shuffled().map(({ one }) => one));
    const answers = await Promise.all(batches.map((batch, at) => send(hubs[at < 4 ? 0 : 1], secret, batch)));
    expect(answers.map(({ status }) => status)).toEqual(batches.map(() => 200));
    const firsts = answers.flatMap(({ body }) => body.results).filter((result) => result.accepted && !result.duplicate);
    expect(firsts.map(({ id }) => id).sort()).toEqual(entries.map(({ id }) => id).sort());
  });
});
