import type { Choice } from '../../model/entry/entry.ts';
import type { InboxItem } from '../../model/hub-api/inbox.ts';
import type { InboxStatus } from '../../model/hub-api/inbox-status.ts';
import { formatCursor } from '../http/page-cursor.ts';
import type { Store } from '../store/store.ts';
import type { InboxCursor } from './cursor.ts';
import { describeRow, rankRow } from './describe-item.ts';
import { readAccountNames } from './desk-people.ts';
import { groupRows } from './group-rows.ts';
import type { InboxEntry, Row } from './inbox-entry.ts';
import { matchesText } from './matches-text.ts';
import { type FeedbackSelection, isoDayOf, type ListPlace, type ReadContext, readFeedback } from './read-feedback.ts';
import { type MergedItem, readMerged } from './read-merged.ts';

/** Items that are grouped and put in order together: the cost of a page follows this, and not how many are stored. */
const WINDOW = 300;

/** Windows that one request reads at most while it looks for matches. Without a search, one is enough: each has rows. */
const MAX_SEARCHED_WINDOWS = 5;

/** What a facilitator asks for. */
export interface InboxSelection {
  app?: string | undefined;
  states: readonly InboxStatus['state'][];
  assignee?: string | null | undefined;
  kind?: InboxEntry['kind'] | undefined;
  choice?: Choice | undefined;
  q?: string | undefined;
  order: 'priority' | 'newest';
  limit: number;
  before?: InboxCursor | undefined;
}

/** A row with what decides its place. */
interface PlacedRow extends Row {
  merged: MergedItem[];
  score: number;
}

interface Window {
  rows: PlacedRow[];
  /** The last item, if there are older ones. */
  end: ListPlace | null;
}

/** Rows of the inbox from a cursor on. */
export async function listInbox(
  store: Store,
  selection: InboxSelection,
  context: ReadContext,
): Promise<{ items: InboxItem[]; next: string | null }> {
  const { rows, next } = await collectRows(store, selection, context);
  const shown = rows.flatMap(({ head }) => [head.status.assignee, head.changedBy]);
  const [names, today] = [await readAccountNames(store, shown), isoDayOf(context.now)];
  return {
    items: rows.map((row) => describeRow(row, row.merged, { names, today })),
    next: next && formatCursor(next),
  };
}

async function collectRows(store: Store, selection: InboxSelection, context: ReadContext) {
  const rows: PlacedRow[] = [];
  let { from, to, after }: InboxCursor = selection.before ?? { from: null, to: null, after: null };
  const isSearch = selection.q !== undefined || selection.choice !== undefined;
  for (let nth = 0; nth < (isSearch ? MAX_SEARCHED_WINDOWS : 1); nth += 1) {
    const window = await readWindow(store, selection, { ...context, from, to });
    const left = window.rows.filter((row) => after === null || comparePlaces(row, after) > 0);
    rows.push(...left.slice(0, selection.limit - rows.length));
    const last = rows.at(-1);
    const isCut = last !== undefined && rows.length === selection.limit && left.length > 0 && left.at(-1) !== last;
    if (isCut) return { rows, next: { from, to: window.end, after: { score: last.score, id: last.head.id } } };
    if (!window.end) return { rows, next: null };
    [from, to, after] = [window.end, null, null];
    if (rows.length === selection.limit) break;
  }
  return { rows, next: { from, to, after } };
}

/** The highest score first; of equal ones, the first by its id. */
const comparePlaces = (row: PlacedRow, other: { score: number; id: string }): number =>
  other.score - row.score || (row.head.id < other.id ? -1 : row.head.id > other.id ? 1 : 0);

interface WindowContext extends ReadContext {
  from: ListPlace | null;
  to: ListPlace | null;
}

async function readWindow(store: Store, selection: InboxSelection, { from, to, ...context }: WindowContext): Promise<Window> {
  const { app, states, assignee, kind } = selection;
  const conditions: FeedbackSelection = { app, states, assignee, from, to };
  // A window whose end is known may have grown since.
  const limit = to ? 2 * WINDOW : WINDOW;
  const found = kind === 'page-issue' ? [] : await readFeedback(store, conditions, { ...context, limit: limit + 1 });
  const items = found.slice(0, limit);
  const last = items.at(-1);
  const end = found.length > limit && last ? { day: last.at, id: last.id } : to;
  const groups = groupRows(items).filter((row) => matches(row, selection));
  return { rows: await placeRows(store, groups, { order: selection.order, today: isoDayOf(context.now) }), end };
}

/** A row is listed if any of its items fits. */
const matches = ({ head, others }: Row, { choice, q }: InboxSelection): boolean =>
  [head, ...others].some((one) => (!choice || one.choice === choice) && matchesText(one, q));

async function placeRows(
  store: Store,
  groups: readonly Row[],
  { order, today }: { order: InboxSelection['order']; today: string },
): Promise<PlacedRow[]> {
  const rootOf = new Map(groups.flatMap(({ head, others }) => [head, ...others].map(({ id }) => [id, head.id] as const)));
  const merged = Map.groupBy(await readMerged(store, [...rootOf.keys()]), ({ root }) => rootOf.get(root));
  const rows = groups.map((row) => {
    const own = merged.get(row.head.id) ?? [];
    const { score, freshness } = rankRow(row, own, today);
    return { ...row, merged: own, score: order === 'newest' ? -freshness.days : score };
  });
  return rows.sort((one, other) => comparePlaces(one, { score: other.score, id: other.head.id }));
}
