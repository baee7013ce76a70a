import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import type { InboxAction } from '../../../src/model/hub-api/inbox-changes.ts';
import type { InboxItemStatus } from '../../../src/model/hub-api/inbox-status.ts';
import { enrolled, feedback, type HubInTest, hubOn, send, signedIn } from '../hub-in-test.ts';
import { onBothStores } from '../on-both-stores.ts';
import { type InboxInTest, inboxAt } from './inbox-in-test.ts';

vi.setConfig({ testTimeout: 120_000 });

const ITEMS = 4;

/** What one of two people does: with which item, and whether with what they loaded last or after loading it again. */
const step = fc.record({
  who: fc.nat(1),
  item: fc.nat(ITEMS - 1),
  reloads: fc.boolean(),
  action: fc.constantFrom('plan', 'close', 'merge', 'split', 'undo'),
  other: fc.nat(ITEMS - 1),
});
const steps = fc.array(step, { minLength: 2, maxLength: 14 });

onBothStores((store) => {
  async function inboxOfTwo() {
    const hub: HubInTest = hubOn(store());
    const app = `app-${crypto.randomUUID().slice(0, 8)}`;
    const sent = Array.from({ length: ITEMS }, (_, nth) => feedback({ app, route: `/${nth}` }));
    await send(hub, await enrolled(hub), sent);
    const people = await Promise.all(['Ada', 'Ben'].map(async (name) => inboxAt(hub, await signedIn(hub, name), app)));
    const { items } = await people[0]!.list();
    return { people, ids: items.map(({ id }) => id) };
  }

  const readAll = async (inbox: InboxInTest, ids: readonly string[]): Promise<InboxItemStatus[]> =>
    Promise.all(ids.map(async (id) => (await inbox.read(id)).item));

  test('whatever two people do in any order, a change is made for the revision it names or refused, and none is lost', async () => {
    await fc.assert(
      fc.asyncProperty(steps, async (all) => {
        const { people, ids } = await inboxOfTwo();
        const loaded = [new Map<string, number>(), new Map<string, number>()];
        const undos = [new Map<string, InboxAction>(), new Map<string, InboxAction>()];
        const revisions = new Map(ids.map((id) => [id, 0]));
        for (const { who, item, reloads, action: name, other } of all) {
          const [id, inbox] = [ids[item]!, people[who]!];
          if (reloads) loaded[who]!.set(id, revisions.get(id)!);
          const revision = loaded[who]!.get(id) ?? 0;
          const action: InboxAction | undefined = name === 'undo' ? undos[who]!.get(id) : actionOf(name, ids[other]!);
          if (!action) continue;
          const result = await inbox.act({ id, revision }, action);
          if (revision !== revisions.get(id)) expect(result).toMatchObject({ ok: false, why: 'changed-meanwhile' });
          if (!result.ok) {
            expect(result.present?.revision).toBe(revisions.get(id));
            continue;
          }
          expect(result.revision).toBe(revision + 1);
          revisions.set(id, result.revision);
          loaded[who]!.set(id, result.revision);
          undos[who]!.set(id, result.undo.action);
        }
        const after = await readAll(people[0]!, ids);
        expect(after.map(({ revision }) => revision)).toEqual(ids.map((id) => revisions.get(id)));
        expectNoCycle(after);
        await expectAllListed(people[0]!, ids);
      }),
      { numRuns: 12 },
    );
  });

  test('two people who change everything at the same moment never both win, and the loser sees what the winner did', async () => {
    const { people, ids } = await inboxOfTwo();
    const changes = (action: InboxAction) => ids.map((id) => ({ id, revision: 0, action }));
    const [ada, ben] = await Promise.all([
      people[0]!.change(changes({ do: 'close', reason: 'done' })),
      people[1]!.change(changes({ do: 'state', state: 'planned' })),
    ]);
    for (const [nth, id] of ids.entries()) {
      const [winner, loser] = ada[nth]!.ok ? [ada[nth]!, ben[nth]!] : [ben[nth]!, ada[nth]!];
      const now = (await people[0]!.read(id)).item;
      expect([winner.ok, loser.ok, now.revision]).toEqual([true, false, 1]);
      expect(winner).toMatchObject({ status: now.status });
      expect(loser).toMatchObject({ why: 'changed-meanwhile', present: { status: now.status } });
    }
  });

  test('two people who merge two items into each other at the same moment make no cycle', async () => {
    const { people, ids } = await inboxOfTwo();
    const [one = '', two = ''] = ids;
    const results = await Promise.all([
      people[0]!.act({ id: one, revision: 0 }, { do: 'merge', into: two }),
      people[1]!.act({ id: two, revision: 0 }, { do: 'merge', into: one }),
    ]);
    expect(results.map(({ ok }) => ok).sort()).toEqual([false, true]);
    await expectAllListed(people[0]!, ids);
  });

  test('merging and taking it back, or splitting and merging again, leaves every item as it was', async () => {
    const { people, ids } = await inboxOfTwo();
    const inbox = people[0]!;
    const [one = '', two = '', three = ''] = ids;
    const before = await readAll(inbox, ids);
    const first = await inbox.act({ id: one, revision: 0 }, { do: 'merge', into: two });
    const second = await inbox.act({ id: two, revision: 0 }, { do: 'merge', into: three });
    expect((await inbox.read(three)).members.map(({ id }) => id).sort()).toEqual([one, two].sort());
    if (!first.ok || !second.ok) throw new Error('not merged');
    await inbox.change([second.undo]);
    await inbox.change([first.undo]);
    expect((await readAll(inbox, ids)).map(({ status }) => status)).toEqual(before.map(({ status }) => status));
    expect((await inbox.list()).items.map(({ members }) => members.length)).toEqual([0, 0, 0, 0]);
  });
});

function actionOf(name: 'plan' | 'close' | 'merge' | 'split', into: string): InboxAction {
  if (name === 'plan') return { do: 'state', state: 'planned' };
  if (name === 'close') return { do: 'close', reason: 'done' };
  return name === 'merge' ? { do: 'merge', into } : { do: 'split' };
}

function expectNoCycle(items: readonly InboxItemStatus[]): void {
  const into = new Map(items.map(({ id, status }) => [id, status.mergedInto]));
  for (const { id } of items) {
    let [at, hops]: [string | null, number] = [id, 0];
    for (; at !== null && hops <= items.length; hops += 1) at = into.get(at) ?? null;
    expect(hops).toBeLessThanOrEqual(items.length);
  }
}

/** Each item is a row of the inbox, or a member of one, exactly once. */
async function expectAllListed(inbox: InboxInTest, ids: readonly string[]): Promise<void> {
  const { items } = await inbox.list('&state=new,open,planned,snoozed,closed');
  const listed = items.flatMap(({ id, members }) => [id, ...members.map((one) => one.id)]);
  expect(listed.sort()).toEqual([...ids].sort());
}
