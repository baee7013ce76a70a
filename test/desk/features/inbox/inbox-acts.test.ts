import { expect, test } from 'vitest';
import { InboxActs, UNDO_MS } from '../../../../src/desk/features/inbox/inbox-acts.ts';
import { InboxFeed } from '../../../../src/desk/features/inbox/inbox-feed.ts';
import type { UnsentAct } from '../../../../src/desk/features/inbox/unsent-acts.ts';
import type { ApiFailure, ApiResult } from '../../../../src/desk/kit/api-result.ts';
import type { InboxApi } from '../../../../src/desk/kit/inbox-api.ts';
import { FakeInbox, ME, OTHER } from '../../fake-inbox.ts';
import { feedback } from '../../feedback.ts';

const SIGNED_OUT: ApiFailure = { kind: 'signed-out', title: 'You are not signed in', detail: 'No longer.' };

/** An inbox before a hub in memory, with items `a`, `b` and so on. */
async function triaging(...ids: string[]) {
  const items = ids.map((id, nth) => feedback({ id, score: ids.length - nth }));
  const hub = new FakeInbox(() => items);
  const state = { failure: null as ApiFailure | null, now: 1_000, out: 0, unsent: [] as readonly UnsentAct[], sent: 0 };
  const give = <T>(value: () => T): ApiResult<T> =>
    state.failure ? { ok: false, why: state.failure } : { ok: true, value: value() };
  const api: InboxApi = {
    list: async ({ states, limit, before }) =>
      give(() => structuredClone(hub.list({ state: states.join(','), limit: String(limit), ...(before && { before }) }))),
    changes: async ({ since, released }) =>
      give(() => structuredClone(hub.changesSince({ since: String(since), after: released }))),
    change: async (changes) => {
      state.sent += 1;
      return give(() => structuredClone(hub.change([...changes])));
    },
  };
  const shared = { api, now: () => state.now, onSignedOut: () => Object.assign(state, { out: state.out + 1 }) };
  const feed = new InboxFeed({ ...shared, states: ['new', 'open'] });
  const unsent = {
    read: () => [...state.unsent],
    write: (acts: readonly UnsentAct[]) => void Object.assign(state, { unsent: acts }),
  };
  const acts = new InboxActs({ ...shared, feed, unsent });
  await feed.poll();
  const row = (id: string) => feed.rows.value.get(id)!;
  return { items, hub, state, feed, acts, row };
}

test('an act is shown at once, and is at the hub once it resolves', async () => {
  const { acts, row, items } = await triaging('a');
  const done = acts.act([row('a')], { do: 'assign', assignee: ME }, 'assigned');
  expect(row('a')).toMatchObject({ status: { assignee: ME, state: 'open' }, assigneeName: 'Fadwa Haddad' });
  await done;
  expect(items[0]?.status.assignee).toBe(ME);
  expect(row('a').revision).toBe(1);
});

test('two quick acts on one item are both made, one after the other', async () => {
  const { acts, row, items } = await triaging('a');
  await Promise.all([
    acts.act([row('a')], { do: 'assign', assignee: ME }, 'assigned'),
    acts.act([row('a')], { do: 'close', reason: 'done' }, 'closed'),
  ]);
  expect(items[0]?.status).toMatchObject({ state: 'closed', assignee: ME });
  expect(acts.rejected.value).toEqual([]);
});

test('what is done with a row is done with what the machine grouped with it, and not with what a person merged', async () => {
  const { acts, feed, hub, items } = await triaging('a', 'b', 'c');
  items[0]!.members = [
    { id: 'b', revision: 0, by: 'machine' },
    { id: 'c', revision: 0, by: 'person' },
  ];
  await feed.reload();
  await acts.act([feed.rows.value.get('a')!], { do: 'close', reason: 'done' }, 'closed');
  expect(hub.list({ state: 'closed' }).items.map(({ id }) => id)).toEqual(['a', 'b']);
});

test('undo takes back the last act while it is offered, and nothing after that', async () => {
  const { acts, row, items, state } = await triaging('a');
  await acts.act([row('a')], { do: 'close', reason: 'done' }, 'closed');
  await acts.undo();
  expect(items[0]?.status.state).toBe('new');
  await acts.act([row('a')], { do: 'close', reason: 'done' }, 'closed');
  state.now += UNDO_MS + 1;
  await acts.undo();
  expect(items[0]?.status.state).toBe('closed');
});

test('an undo after somebody else changed the item is rejected with the reason', async () => {
  const { acts, row, items, hub } = await triaging('a');
  await acts.act([row('a')], { do: 'close', reason: 'done' }, 'closed');
  hub.changeByOther(items[0]!, { do: 'assign', assignee: OTHER });
  await acts.undo();
  expect(items[0]?.status).toMatchObject({ state: 'closed', assignee: OTHER });
  expect(acts.rejected.value).toMatchObject([{ label: 'closed', reason: 'Ada Lovelace changed it first.' }]);
});

test('of many changes only the rejected ones come back, as they are at the hub now, and trying again uses the new revision', async () => {
  const { acts, row, items, hub } = await triaging('a', 'b');
  hub.changeByOther(items[0]!, { do: 'assign', assignee: OTHER });
  await acts.act([row('a'), row('b')], { do: 'close', reason: 'done' }, 'closed');
  expect(row('a')).toMatchObject({ status: { state: 'open', assignee: OTHER }, revision: 1 });
  const [rejected] = acts.rejected.value;
  expect(rejected?.changes.map(({ id }) => id)).toEqual(['a']);
  await acts.retry(rejected!);
  expect(items[0]?.status.state).toBe('closed');
  expect(acts.rejected.value).toEqual([]);
});

test('when the sign-in has ended nothing is shown as done, and the act is there for the same person later', async () => {
  const { acts, row, state } = await triaging('a');
  state.failure = SIGNED_OUT;
  await acts.act([row('a')], { do: 'close', reason: 'done' }, 'closed');
  expect(state.out).toBeGreaterThan(0);
  expect(row('a').status.state).toBe('new');
  const later = await triaging('a');
  later.state.unsent = state.unsent;
  later.acts.recoverUnsent(OTHER, 'left');
  expect(later.acts.rejected.value).toEqual([]);
  later.state.unsent = state.unsent;
  later.acts.recoverUnsent(ME, 'left');
  expect(later.acts.rejected.value).toMatchObject([{ label: 'closed', reason: 'left' }]);
  await later.acts.retry(later.acts.rejected.value[0]!);
  expect(later.items[0]?.status.state).toBe('closed');
});

test('more than 200 changes go in several requests', async () => {
  const { acts, feed, state, hub } = await triaging(...Array.from({ length: 401 }, (_, nth) => `item-${nth}`));
  await acts.act([...feed.rows.value.values()], { do: 'close', reason: 'done' }, 'closed');
  expect(state.sent).toBe(3);
  expect(hub.list({ state: 'closed', limit: '500' }).items).toHaveLength(401);
});

test('another person’s later change wins over what was shown, and a merge by others moves rows', async () => {
  const { feed, hub, items } = await triaging('a', 'b');
  hub.changeByOther(items[1]!, { do: 'merge', into: 'a' });
  await feed.poll();
  expect([...feed.rows.value.keys()]).toEqual(['a']);
  expect(feed.rows.value.get('a')?.members).toEqual([{ id: 'b', revision: 1, by: 'person' }]);
});
