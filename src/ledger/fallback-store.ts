import { z } from 'zod';
import type { KeyValueStore } from '../runtime/key-value-store.ts';
import { createMutex } from '../runtime/mutex.ts';
import { type LedgerRow, ledgerRow } from './row.ts';

/** Holds what people submit while the database cannot accept it, because it is full or broken. */
export interface FallbackStore {
  /** In order of arrival; their `seq` is below zero. */
  rows(): Promise<LedgerRow[]>;
  /** The `seq` of the new row, or undefined if there is no room here either. */
  add(row: Omit<LedgerRow, 'seq'>): Promise<number | undefined>;
  /** Puts rows of the database before the rows that are here, oldest first, as many as there is room for. Returns those. */
  prepend(rows: readonly LedgerRow[]): Promise<LedgerRow[]>;
  /** Replaces each row by what `change` returns; undefined deletes it. */
  update(change: (row: LedgerRow) => LedgerRow | undefined): Promise<void>;
}

export const FALLBACK_KEY = 'fallback';
const FIRST_SEQ = -1_000_000;
/** With comments of the maximum length these are 3 MB of the 10 MB that browsers grant. */
const MAX_ROWS = 200;
/** Of these, rows that evacuated rows leave free for what people submit from now on. */
const RESERVED_ROWS = 50;

/** Rows of the fallback store are numbered below zero, rows of the database above it. */
export const isFallbackSeq = (seq: number): boolean => seq < 0;

export function createFallbackStore(kv: KeyValueStore<typeof FALLBACK_KEY>): FallbackStore {
  const mutex = createMutex();
  const rows = async (): Promise<LedgerRow[]> => parseRows(await kv.get(FALLBACK_KEY).catch(() => undefined));

  async function add(row: Omit<LedgerRow, 'seq'>): Promise<number | undefined> {
    const before = await rows();
    const existing = before.find(({ entry }) => entry.id === row.entry.id);
    if (existing || before.length >= MAX_ROWS) return existing?.seq;
    const seq = (before.at(-1)?.seq ?? FIRST_SEQ - 1) + 1;
    return kv.set(FALLBACK_KEY, [...before, { ...row, seq }]).then(
      () => seq,
      () => undefined,
    );
  }

  async function prepend(rowsToAdd: readonly LedgerRow[]): Promise<LedgerRow[]> {
    const before = await rows();
    const accepted = rowsToAdd.slice(0, Math.max(0, MAX_ROWS - RESERVED_ROWS - before.length));
    if (accepted.length === 0) return accepted;
    const firstSeq = (before[0]?.seq ?? FIRST_SEQ) - accepted.length;
    const acceptedIds = new Set(accepted.map(({ entry }) => entry.id));
    const others = before.filter(({ entry }) => !acceptedIds.has(entry.id));
    await kv.set(FALLBACK_KEY, [...accepted.map((row, index) => ({ ...row, seq: firstSeq + index })), ...others]);
    return accepted;
  }

  async function update(change: (row: LedgerRow) => LedgerRow | undefined): Promise<void> {
    const before = await rows();
    const after = before.flatMap((row) => change(row) ?? []);
    if (before.length > 0) await kv.set(FALLBACK_KEY, after);
  }

  return {
    rows,
    add: (row) => mutex.runExclusive(() => add(row)),
    prepend: (rowsToAdd) => mutex.runExclusive(() => prepend(rowsToAdd)),
    update: (change) => mutex.runExclusive(() => update(change)),
  };
}

/** One unreadable row must not cost the others. */
function parseRows(stored: unknown): LedgerRow[] {
  const list = z.array(z.unknown()).safeParse(stored);
  return (list.data ?? []).flatMap((row) => ledgerRow.safeParse(row).data ?? []);
}
