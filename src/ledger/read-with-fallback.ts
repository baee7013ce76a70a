import { withDefault } from './attempt.ts';
import type { FallbackStore } from './fallback-store.ts';
import type { LedgerDatabase } from './ledger-database.ts';
import { type LedgerPage, type LedgerQuery, matchesQuery, type StateCounts } from './read.ts';
import { type LedgerRow, ROW_STATES } from './row.ts';

const NO_ROWS: StateCounts = { waiting: 0, sent: 0, refused: 0, withheld: 0 };

/** Reads the database and the fallback store as one ledger. While the database fails, the rows of the fallback store are all there is. */
export function readWithFallback(
  database: LedgerDatabase,
  fallback: FallbackStore,
): Pick<LedgerDatabase, 'read' | 'counts' | 'all'> {
  async function read(query: LedgerQuery = {}): Promise<LedgerPage> {
    const rows = query.before === undefined ? (await fallback.rows()).reverse() : [];
    const page = await withDefault(database.read(query), rows.length > 0 ? { rows: [], next: undefined } : undefined);
    return { ...page, rows: [...without(rows, page.rows).filter((row) => matchesQuery(row, query)), ...page.rows] };
  }

  async function counts(): Promise<StateCounts> {
    const rows = await fallback.rows();
    const counted = await withDefault(database.counts(), rows.length > 0 ? NO_ROWS : undefined);
    const inFallback = (wanted: string) => rows.filter(({ state }) => state === wanted).length;
    return Object.fromEntries(ROW_STATES.map((state) => [state, counted[state] + inFallback(state)])) as StateCounts;
  }

  async function all(): Promise<LedgerRow[]> {
    const inDatabase = await withDefault(database.all(), []);
    return [...inDatabase, ...without(await fallback.rows(), inDatabase)];
  }

  return { read, counts, all };
}

/** A row that is just moving to the database is in both for a moment; it counts once. */
function without(inFallback: LedgerRow[], inDatabase: readonly LedgerRow[]): LedgerRow[] {
  const ids = new Set(inDatabase.map(({ entry }) => entry.id));
  return inFallback.filter(({ entry }) => !ids.has(entry.id));
}
