import type { Entry } from '../model/entry/entry.ts';
import type { LedgerRow, RowState } from './row.ts';
import type { LedgerDb } from './shape.ts';
import { transact } from './transact.ts';

export interface LedgerQuery {
  kinds?: readonly Entry['kind'][];
  states?: readonly RowState[];
  /** Ids of apps. */
  apps?: readonly string[];
  /** Only rows older than this one: the `next` of the page before. */
  before?: number;
  limit?: number;
}

export interface LedgerPage {
  rows: LedgerRow[];
  /** Where the next page begins, or undefined at the end. */
  next: number | undefined;
}

/** A page of the ledger, newest first. */
export async function readRows(db: LedgerDb, reading: LedgerQuery = {}): Promise<LedgerPage> {
  const { before, limit = 50 } = reading;
  const older = before === undefined ? null : IDBKeyRange.upperBound(before, true);
  return transact(db, 'readonly', async (store) => {
    const rows: LedgerRow[] = [];
    for (let cursor = await store.openCursor(older, 'prev'); cursor; cursor = await cursor.continue()) {
      if (!matchesQuery(cursor.value, reading)) continue;
      if (rows.length === limit) return { rows, next: rows.at(-1)?.seq };
      rows.push(cursor.value);
    }
    return { rows, next: undefined };
  });
}

/** Is it of a kind, in a state and of an app that is asked for? */
export const matchesQuery = ({ entry, state }: LedgerRow, { kinds, states, apps }: LedgerQuery): boolean =>
  (kinds?.includes(entry.kind) ?? true) && (states?.includes(state) ?? true) && (apps?.includes(entry.app) ?? true);

export type StateCounts = Record<RowState, number>;

/** How many rows stand in each state. */
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
