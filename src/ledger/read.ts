import type { Entry } from '../model/entry/entry.ts';
import type { LedgerRow, RowState } from './row.ts';
import type { LedgerDb } from './shape.ts';
import { transact } from './transact.ts';

export interface LedgerQuery {
  kinds?: readonly Entry['kind'][];
  states?: readonly RowState[];
  /** Ids of apps. */
  apps?: readonly string[];
  /** Only rows older than this `seq`: the `next` of the previous page. */
  before?: number;
  limit?: number;
}

export interface LedgerPage {
  rows: LedgerRow[];
  /** Pass it as `before` to read the next page; undefined at the end. */
  next: number | undefined;
}

/** A page of the ledger, newest first. */
export async function readRows(db: LedgerDb, query: LedgerQuery = {}): Promise<LedgerPage> {
  const { before, limit = 50 } = query;
  const older = before === undefined ? null : IDBKeyRange.upperBound(before, true);
  return transact(db, 'readonly', async (store) => {
    const rows: LedgerRow[] = [];
    for (let cursor = await store.openCursor(older, 'prev'); cursor; cursor = await cursor.continue()) {
      if (!matchesQuery(cursor.value, query)) continue;
      if (rows.length === limit) return { rows, next: rows.at(-1)?.seq };
      rows.push(cursor.value);
    }
    return { rows, next: undefined };
  });
}

/** Does a row have one of the kinds, states and apps of the query? */
export const matchesQuery = ({ entry, state }: LedgerRow, { kinds, states, apps }: LedgerQuery): boolean =>
  (kinds?.includes(entry.kind) ?? true) && (states?.includes(state) ?? true) && (apps?.includes(entry.app) ?? true);

export type StateCounts = Record<RowState, number>;

/** The number of rows in each state. */
export async function countRows(db: LedgerDb): Promise<StateCounts> {
  const count = (state: RowState) => db.countFromIndex('rows', 'state', state);
  const [waiting, sent, refused, withheld] = await Promise.all([
    count('waiting'),
    count('sent'),
    count('refused'),
    count('withheld'),
  ]);
  return { waiting, sent, refused, withheld };
}
