import type { KeyValueStore } from '../runtime/key-value-store.ts';
import { createMutex } from '../runtime/mutex.ts';
import type { LedgerRow } from './row.ts';

/** Where what people say is kept while the database cannot take it: full, or broken. */
export interface FallbackStore {
  /** In order of arrival; their seq is below zero. */
  rows(): Promise<LedgerRow[]>;
  /** Undefined if there is no room here either. */
  add(row: Omit<LedgerRow, 'seq'>): Promise<number | undefined>;
  /** Puts rows of the database before those that are here, oldest first, as many as there is room for: these. */
  prepend(rows: readonly LedgerRow[]): Promise<LedgerRow[]>;
  /** Puts another row in the place of each; undefined takes it away. */
  update(how: (row: LedgerRow) => LedgerRow | undefined): Promise<void>;
}

const KEY = 'ledger.spare';
const FIRST_SEQ = -1_000_000;
/** With words of the greatest length these are 3 MB, of the 10 that browsers grant. */
const MAX_ROWS = 200;
/** Of these so many are left to what is said from now on. */
const RESERVED_ROWS = 50;

export function createFallbackStore(kv: KeyValueStore): FallbackStore {
  const mutex = createMutex();
  const rows = async () => ((await kv.get(KEY).catch(() => undefined)) ?? []) as LedgerRow[];

  async function add(row: Omit<LedgerRow, 'seq'>): Promise<number | undefined> {
    const before = await rows();
    const existing = before.find(({ entry }) => entry.id === row.entry.id);
    if (existing || before.length >= MAX_ROWS) return existing?.seq;
    const seq = (before.at(-1)?.seq ?? FIRST_SEQ - 1) + 1;
    return kv.set(KEY, [...before, { ...row, seq }]).then(
      () => seq,
      () => undefined,
    );
  }

  async function putBefore(rowsToAdd: readonly LedgerRow[]): Promise<LedgerRow[]> {
    const before = await rows();
    const accepted = rowsToAdd.slice(0, Math.max(0, MAX_ROWS - RESERVED_ROWS - before.length));
    const first = (before[0]?.seq ?? FIRST_SEQ) - accepted.length;
    const acceptedIds = new Set(accepted.map(({ entry }) => entry.id));
    const others = before.filter(({ entry }) => !acceptedIds.has(entry.id));
    if (accepted.length > 0) await kv.set(KEY, [...accepted.map((row, n) => ({ ...row, seq: first + n })), ...others]);
    return accepted;
  }

  async function change(how: (row: LedgerRow) => LedgerRow | undefined): Promise<void> {
    const before = await rows();
    if (before.length > 0)
      await kv.set(
        KEY,
        before.flatMap((row) => how(row) ?? []),
      );
  }

  return {
    rows,
    add: (row) => mutex.runExclusive(() => add(row)),
    prepend: (given) => mutex.runExclusive(() => putBefore(given)),
    update: (how) => mutex.runExclusive(() => change(how)),
  };
}
