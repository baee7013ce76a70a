import type { InboxChange, InboxChangeReply, InboxRefusal } from '../../model/hub-api/inbox-changes.ts';
import type { InboxStatus } from '../../model/hub-api/inbox-status.ts';
import type { Account } from '../auth/account.ts';
import { recordAccess } from '../auth/record-access.ts';
import { inboxItems } from '../store/inbox-schema.ts';
import type { Store } from '../store/store.ts';
import { applyAction } from './apply-action.ts';
import { describeStatus } from './describe-item.ts';
import { readAccountNames, readDeskPeople } from './desk-people.ts';
import { holdInboxClock, setInboxClock } from './inbox-clock.ts';
import { type Board, type BoardItem, openBoard } from './open-board.ts';
import { isoDayOf } from './read-feedback.ts';

type Result = InboxChangeReply['results'][number];

interface ChangeContext {
  account: Account;
  now: Date;
}

/** What became of a change: the item before and after it, or why not and the item as it is. */
type Outcome =
  | { ok: true; before: BoardItem; after: BoardItem }
  | { ok: false; id: string; why: InboxRefusal; present: BoardItem | undefined };

/**
 * Makes changes of items, each on its own: one that is refused hinders no other. Changes of all people come one after the other, and each
 * names the revision that it was made for, so nothing is overwritten unseen.
 */
export function changeItems(store: Store, changes: readonly InboxChange[], context: ChangeContext): Promise<Result[]> {
  const { account, now } = context;
  return store.transaction(async (tx) => {
    const sequence = await holdInboxClock(tx);
    const board = await openBoard(tx, [...new Set(changes.flatMap(idsOf))], now);
    const people = new Set((await readDeskPeople(tx)).map(({ id }) => id));
    const outcomes: Outcome[] = [];
    for (const change of changes) outcomes.push(await judge(board, change, { ...context, people }));
    await writeItems(tx, board.changed(), sequence);
    await recordAccess(tx, { account, resource: 'inbox changed', query: doneIn(changes), now });
    return describeOutcomes(tx, outcomes);
  });
}

const targetOf = ({ action }: InboxChange): string | null =>
  action.do === 'merge' ? action.into : action.do === 'restore' ? action.status.mergedInto : null;

const idsOf = (change: InboxChange): string[] => [change.id, targetOf(change)].filter((id) => id !== null);

/** As in `close merge`: what was done, without the items. */
const doneIn = (changes: readonly InboxChange[]): string => [...new Set(changes.map(({ action }) => action.do))].sort().join(' ');

async function judge(
  board: Board,
  change: InboxChange,
  context: ChangeContext & { people: ReadonlySet<string> },
): Promise<Outcome> {
  const { id, revision, action } = change;
  const present = await board.find(id);
  const refused = (why: InboxRefusal): Outcome => ({ ok: false, id, why, present });
  if (!present) return refused('unknown-item');
  if (present.revision !== revision) return refused('changed-meanwhile');
  const applied = applyAction(present.status, action, isoDayOf(context.now));
  if (!applied.ok) return refused(applied.why);
  const why = await findFault(board, { id, status: applied.status, was: present.status }, context.people);
  if (why) return refused(why);
  const { account, now } = context;
  const after = { id, status: applied.status, revision: revision + 1, changedBy: account.id, changedAt: now };
  board.put(after);
  return { ok: true, before: present, after };
}

/** What in a status refers to something that is not there, or to the item itself. Who looked after it before may have left. */
async function findFault(
  board: Board,
  { id, status, was }: { id: string; status: InboxStatus; was: InboxStatus },
  people: ReadonlySet<string>,
): Promise<InboxRefusal | undefined> {
  const { assignee, mergedInto } = status;
  if (assignee !== null && assignee !== was.assignee && !people.has(assignee)) return 'unknown-assignee';
  if (mergedInto === null) return undefined;
  const target = await board.find(mergedInto);
  if (!target) return 'unknown-target';
  for (let one: BoardItem | undefined = target; one; one = await above(board, one)) if (one.id === id) return 'circular';
  return undefined;
}

const above = async (board: Board, { status }: BoardItem): Promise<BoardItem | undefined> =>
  status.mergedInto === null ? undefined : board.find(status.mergedInto);

async function writeItems(tx: Store, items: readonly BoardItem[], sequence: number): Promise<void> {
  for (const [nth, { id, status, ...change }] of items.entries()) {
    const row = { ...status, ...change, changedAt: change.changedAt ?? new Date(0), sequence: sequence + nth + 1 };
    await tx
      .insert(inboxItems)
      .values({ item: id, ...row })
      .onConflictDoUpdate({ target: inboxItems.item, set: row });
  }
  if (items.length > 0) await setInboxClock(tx, sequence + items.length);
}

async function describeOutcomes(tx: Store, outcomes: readonly Outcome[]): Promise<Result[]> {
  const items = outcomes.flatMap((one) => (one.ok ? one.after : (one.present ?? [])));
  const names = await readAccountNames(
    tx,
    items.flatMap(({ status, changedBy }) => [status.assignee, changedBy]),
  );
  return outcomes.map((one): Result => {
    if (!one.ok) {
      const present = one.present ? describeStatus(one.present, names) : null;
      return { ok: false, id: one.id, why: one.why, detail: DETAILS[one.why], present };
    }
    const { before, after } = one;
    const undo = { id: after.id, revision: after.revision, action: { do: 'restore' as const, status: before.status } };
    return { ok: true, ...describeStatus(after, names), undo };
  });
}

const DETAILS: Record<InboxRefusal, string> = {
  'changed-meanwhile':
    'Somebody else changed this item first. Look at its present state, and repeat your change if it still fits.',
  'unknown-item': 'The inbox does not have this item: whoever wrote it may have withdrawn it. Load the list again.',
  'is-merged':
    'This item was merged into another one, which has the state of both. Change that one, or split this one off first.',
  'unknown-target': 'The item that it should be merged into was withdrawn or never there. Load the list again.',
  circular:
    'This item cannot be merged into itself, or into one that was merged into it. Choose another one, or split that one off first.',
  'unknown-assignee': 'Nobody with this account may work in the inbox. Choose somebody from the list of people.',
  'not-in-group': 'This item stands apart already. Merge it with another one, if they belong together.',
  'in-the-past': 'The day until which the item should be snoozed has come already. Choose a later one.',
  'malformed-status': 'The fields of the status contradict each other. Send the `undo` of an earlier answer as it was.',
};
