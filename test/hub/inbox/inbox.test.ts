import { sql } from 'drizzle-orm';
import { beforeEach, expect, test } from 'vitest';
import type { InboxItem } from '../../../src/model/hub-api/inbox.ts';
import { ask, bearer, enrolled, feedback, type HubInTest, hubOn, rowsOf, send, signedIn, wordsFor } from '../hub-in-test.ts';
import { onBothStores } from '../on-both-stores.ts';
import { type InboxInTest, inboxAt } from './inbox-in-test.ts';

onBothStores((store) => {
  let hub: HubInTest;
  let secret: string;
  let app: string;
  let ada: InboxInTest;
  let ben: InboxInTest;
  beforeEach(async () => {
    hub = hubOn(store());
    app = `app-${crypto.randomUUID().slice(0, 8)}`;
    secret = await enrolled(hub);
    ada = inboxAt(hub, await signedIn(hub, 'Ada'), app);
    ben = inboxAt(hub, await signedIn(hub, 'Ben'), app);
  });

  /** Feedback with or without words, each on a page of its own unless they are given one. Returns the ids that the device knows. */
  async function sent(...all: { words?: string; [field: string]: unknown }[]): Promise<string[]> {
    const made = all.map(({ words, ...more }, nth) => ({ words, one: feedback({ app, route: `/${nth}`, ...more }) }));
    const comments = made.flatMap(({ words, one }) => (words === undefined ? [] : wordsFor(one.id, words, { app })));
    await send(hub, secret, [...made.map(({ one }) => one), ...comments]);
    return made.map(({ one }) => one.id);
  }

  const byRoute = (items: readonly InboxItem[], route: string) => items.find((one) => one.route === route)!;

  test('feedback is in the inbox with its words, untouched and with the reason for its place', async () => {
    await sent({ choice: 'slowed', words: 'Saving takes a minute.', control: { role: 'button', name: 'Save' } });
    const { items, counts } = await ada.list();
    expect(items).toEqual([
      {
        id: expect.stringMatching(/^[0-9a-f-]{36}$/),
        ...{ kind: 'feedback', app, route: '/0', choice: 'slowed', at: '2026-11-22', words: 'Saving takes a minute.' },
        control: { role: 'button', name: 'Save' },
        ...{ revision: 0, assigneeName: null, changedBy: null, changedAt: null, members: [] },
        status: { state: 'new', snoozedUntil: null, reason: null, mergedInto: null, isApart: false, assignee: null },
        priority: {
          score: 3,
          reach: { value: 1, items: 1 },
          severity: { value: 3, by: 'choice' },
          freshness: { value: 1, days: 0 },
        },
      },
    ]);
    expect(counts).toMatchObject({ kind: { feedback: 1 }, state: { new: 1 }, choice: { slowed: 1 } });
  });

  test('what says the same of the same control is one row, with the number of items and not of people', async () => {
    const control = { role: 'button', name: 'Save' };
    await sent(
      { route: '/a', control, words: 'Saving takes a whole minute.' },
      { route: '/a', control, words: 'saving takes a minute' },
      { route: '/b', control, words: 'Saving takes a minute.' },
    );
    const { items } = await ada.list();
    expect(items.map(({ route, members }) => [route, members.length])).toEqual([
      ['/a', 1],
      ['/b', 0],
    ]);
    expect(byRoute(items, '/a').priority.reach).toEqual({ value: 1.585, items: 2 });
    const { members } = await ada.read(byRoute(items, '/a').id);
    expect(members.map(({ words, by }) => [words, by])).toEqual([[expect.stringMatching(/^saving/i), 'machine']]);
  });

  test('every state, filter and order lists what it should, with counts under the other filters', async () => {
    await sent(
      { route: '/idea', choice: 'idea', words: 'A shortcut for filters would help' },
      { route: '/old', choice: 'slowed', at: '2026-11-01T10:00:00.000Z' },
      { route: '/slow', choice: 'slowed' },
    );
    const { items, me } = await ada.list();
    expect(items.map(({ route }) => route)).toEqual(['/slow', '/old', '/idea']);
    const newest = await ada.list('&order=newest');
    expect(newest.items.at(-1)!.route).toBe('/old');
    await ada.act(byRoute(items, '/idea'), { do: 'assign', assignee: me });
    await ada.act(byRoute(items, '/old'), { do: 'close', reason: 'works-as-intended' });
    const routes = async (query: string) => (await ada.list(query)).items.map(({ route }) => route);
    expect(await routes('')).toEqual(['/slow', '/idea']);
    expect(await routes('&state=closed')).toEqual(['/old']);
    expect(await routes('&assignee=me')).toEqual(['/idea']);
    expect(await routes('&assignee=none')).toEqual(['/slow']);
    expect(await routes('&choice=idea')).toEqual(['/idea']);
    expect(await routes('&q=FILTERS%20shortcut')).toEqual(['/idea']);
    expect(await routes('&q=nowhere')).toEqual([]);
    expect(await routes('&kind=page-issue')).toEqual([]);
    const { counts } = await ada.list('&choice=slowed');
    expect(counts?.choice).toEqual({ idea: 1, slowed: 1 });
    expect(counts?.state).toEqual({ new: 1, closed: 1 });
    expect(counts).toMatchObject({ total: 1, isComplete: true, assignee: { none: 1 } });
    expect(counts?.app[app]).toBe(1);
  });

  test('pages lead through everything once, also from one window of days to the next', async () => {
    const days = Array.from({ length: 700 }, (_, nth) => `2026-11-${String(1 + (nth % 22)).padStart(2, '0')}T10:00:00.000Z`);
    const all = days.map((at, nth) => ({ at, route: `/${nth}`, choice: nth % 3 === 0 ? 'idea' : 'slowed' }));
    for (let from = 0; from < all.length; from += 100) await sent(...all.slice(from, from + 100));
    const seen: string[] = [];
    expect((await ada.list()).counts).toMatchObject({ total: 700, isComplete: true });
    let before = '';
    do {
      const { items, next, counts } = await ada.list(`&limit=90${before}`);
      expect(counts === null).toBe(before !== '');
      seen.push(...items.map(({ route }) => route));
      before = next === null ? '' : `&before=${next}`;
    } while (before);
    expect(seen).toHaveLength(700);
    expect(new Set(seen).size).toBe(700);
  });

  test.each(['x', 'e30', Buffer.from('{"from":null,"to":null,"after":1}').toString('base64url')])(
    'the cursor %s is refused',
    async (before) => {
      await expect(ada.list(`&before=${before}`)).rejects.toThrow('400');
    },
  );

  test('a snoozed item is away until its day, and then open by itself', async () => {
    await sent({});
    const [item] = (await ada.list()).items;
    await ada.act(item!, { do: 'snooze', until: '2026-11-24' });
    expect((await ada.list()).items).toEqual([]);
    expect((await ada.list('&state=snoozed')).items).toHaveLength(1);
    hub.clock.now = new Date('2026-11-24T00:00:00Z');
    ada = inboxAt(hub, await signedIn(hub, 'Ada'), app);
    expect((await ada.list()).items.map(({ status }) => status.state)).toEqual(['open']);
  });

  test('many are changed at once, each for its own revision; those that are refused come back with the reason', async () => {
    await sent({}, {}, {});
    const { items } = await ada.list();
    const [one, two, three] = items as [InboxItem, InboxItem, InboxItem];
    await ben.act(two, { do: 'close', reason: 'done' });
    const close = { do: 'close', reason: 'not-actionable' } as const;
    const gone = { id: crypto.randomUUID(), revision: 0 };
    const results = await ada.change([one, two, gone, three].map(({ id, revision }) => ({ id, revision, action: close })));
    expect(results.map((result) => (result.ok ? 'ok' : result.why))).toEqual(['ok', 'changed-meanwhile', 'unknown-item', 'ok']);
    expect(results[1]).toMatchObject({
      id: two.id,
      detail: expect.stringContaining('Somebody else'),
      present: { revision: 1, changedBy: 'Ben', status: { state: 'closed', reason: 'done' } },
    });
    expect(results[2]).toMatchObject({ id: gone.id, present: null });
    const { items: closed } = await ada.list('&state=closed');
    expect(closed.map(({ status }) => status.reason).sort()).toEqual(['done', 'not-actionable', 'not-actionable']);
  });

  test('every change can be taken back, as long as nobody else has changed the item', async () => {
    await sent({}, {});
    const { items, me } = await ada.list();
    const [one, two] = items as [InboxItem, InboxItem];
    for (const action of [
      { do: 'assign', assignee: me },
      { do: 'state', state: 'planned' },
      { do: 'snooze', until: '2026-12-01' },
      { do: 'close', reason: 'done' },
      { do: 'merge', into: two.id },
      { do: 'split' },
    ] as const) {
      const before = (await ada.read(one.id)).item;
      const done = await ada.act(before, action);
      if (!done.ok) throw new Error(JSON.stringify(done));
      const [undone] = await ada.change([done.undo]);
      expect([action, undone]).toMatchObject([action, { ok: true, status: before.status }]);
    }
    const done = await ada.act((await ada.read(one.id)).item, { do: 'close', reason: 'done' });
    await ben.act((await ben.read(one.id)).item, { do: 'state', state: 'open' });
    expect(done.ok && (await ada.change([done.undo]))).toMatchObject([{ ok: false, why: 'changed-meanwhile' }]);
  });

  test('what is merged follows its target, a cycle is refused, and what is split off is not grouped again', async () => {
    const control = { role: 'button', name: 'Save' };
    const words = 'Saving takes a minute.';
    await sent({ route: '/a', control, words }, { route: '/a', control, words }, { route: '/c', words: 'Something else' });
    const { items } = await ada.list();
    const [like, other] = [byRoute(items, '/a'), byRoute(items, '/c')];
    await ada.act(like.members[0]!, { do: 'merge', into: other.id });
    const merged = await ada.read(other.id);
    expect(merged.members.map(({ by, status }) => [by, status.mergedInto])).toEqual([['person', other.id]]);
    expect(merged.item.priority.reach.items).toBe(2);
    expect(await ada.act(other, { do: 'merge', into: like.members[0]!.id })).toMatchObject({ why: 'circular' });
    expect(await ada.act(other, { do: 'merge', into: other.id })).toMatchObject({ why: 'circular' });
    expect(await ada.act(other, { do: 'merge', into: crypto.randomUUID() })).toMatchObject({ why: 'unknown-target' });
    await ada.act({ ...like.members[0]!, revision: 1 }, { do: 'split' });
    await ada.act(other, { do: 'state', state: 'open' });
    await ada.act(like, { do: 'state', state: 'open' });
    const after = (await ada.list()).items;
    expect(after.map(({ members }) => members.length)).toEqual([0, 0, 0]);
  });

  test('reading an item with its group is logged with the number of texts, and changing one without any', async () => {
    const control = { role: 'button', name: 'Save' };
    const words = 'Saving takes a minute.';
    await sent({ route: '/a', control, words }, { route: '/a', control, words });
    const [item] = (await ada.list()).items;
    await ada.read(item!.id);
    await ada.act(item!, { do: 'close', reason: 'done' });
    const logged = await rowsOf<{ resource: string; query: string; texts: number }>(
      store(),
      sql`select resource, query, texts from access_log where resource = 'inbox changed' or query = ${`item=${item!.id}`} order by 1`,
    );
    expect(logged).toContainEqual({ resource: 'inbox item', query: `item=${item!.id}`, texts: 2 });
    expect(logged).toContainEqual({ resource: 'inbox changed', query: 'close', texts: 0 });
  });

  test('only those who work in the inbox can be given an item', async () => {
    await sent({});
    const viewer = await signedIn(hub, 'Viewer of figures', 'viewer');
    const { items, people } = await ada.list();
    expect(people.map(({ name }) => name)).toEqual(expect.arrayContaining(['Ada', 'Ben']));
    expect(people.map(({ name }) => name)).not.toContain('Viewer of figures');
    expect(viewer.cookie).not.toBe('');
    expect(await ada.act(items[0]!, { do: 'assign', assignee: crypto.randomUUID() })).toMatchObject({ why: 'unknown-assignee' });
    const given = await ada.act(items[0]!, { do: 'assign', assignee: people.find(({ name }) => name === 'Ben')!.id });
    expect(given).toMatchObject({ ok: true, assigneeName: 'Ben', changedBy: 'Ada' });
  });

  test('a desk learns what another person did since its list, and whether anything was released', async () => {
    await sent({}, {});
    hub.clock.now = new Date('2026-11-22T12:05:00Z');
    const { items, since, released } = await ada.list();
    expect(await ada.since(since, released)).toMatchObject({ changed: [], gone: [], hasNew: false, since });
    await ben.act(items[1]!, { do: 'close', reason: 'done' });
    const seen = await ada.since(since, released);
    expect(seen).toMatchObject({ changed: [{ id: items[1]!.id, changedBy: 'Ben', status: { state: 'closed' } }], hasNew: false });
    expect((await ada.since(seen.since, seen.released)).changed).toEqual([]);
    await sent({ route: '/later' });
    expect((await ada.since(seen.since, seen.released)).hasNew).toBe(true);
  });

  test('what its author withdraws leaves the inbox, open desks learn it, and what was merged into it is open again', async () => {
    const [withdrawn = ''] = await sent({ route: '/withdrawn', words: 'Withdraw me' }, { route: '/other' });
    const { items, since } = await ada.list();
    const [target, other] = [byRoute(items, '/withdrawn'), byRoute(items, '/other')];
    await ada.act(target, { do: 'close', reason: 'done' });
    await ada.act(other, { do: 'merge', into: target.id });
    await ask(hub, `DELETE /v1/entries/${withdrawn}`, { headers: bearer(secret) });
    const { changed, gone } = await ada.since(since);
    expect(gone).toEqual([target.id]);
    expect(changed).toMatchObject([{ id: other.id, revision: 2, changedBy: null, status: { state: 'open', mergedInto: null } }]);
    for (const state of ['new,open,planned', 'closed', 'merged'])
      expect(JSON.stringify(await ada.list(`&state=${state}`))).not.toContain(target.id);
    await expect(ada.read(target.id)).rejects.toThrow('404');
    expect(await ada.act({ ...target, revision: 1 }, { do: 'state', state: 'open' })).toMatchObject({ why: 'unknown-item' });
  });
});
