import { signal } from '@preact/signals';
import type { LedgerRow, RowState } from '../ledger/row.ts';
import type { Ask } from '../messaging/ask.ts';
import type { LedgerSummary } from '../messaging/ledger-messages.ts';
import type { Body } from '../messaging/messages.ts';
import type { Entry } from '../model/entry/entry.ts';

export interface RecordFilter {
  kind?: Entry['kind'] | undefined;
  state?: RowState | undefined;
  app?: string | undefined;
  text: string;
}

export interface RecordListDeps {
  ask: Ask;
  /** Every word that a row shows, to search in. */
  textOf(row: LedgerRow, standing: LedgerSummary): string;
}

/** What came of erasing: rows gone from the device, and how many of them the hub is asked to erase too. */
export type EraseResult = { ok: true; erased: number; atHub: number } | { ok: false; why: string };

/** Rows that are drawn at once. */
const PAGE_SIZE = 50;
/** Rows that are asked for at once where only some of them may fit, and ids that are erased at once. */
const BATCH_SIZE = 500;

/** The ledger as the panel holds it: as much of it as was asked for, newest first. */
export function createRecordList({ ask, textOf }: RecordListDeps) {
  const standing = signal<LedgerSummary | null>(null);
  const rows = signal<LedgerRow[]>([]);
  const next = signal<number | undefined>(undefined);
  const filter = signal<RecordFilter>({ text: '' });
  const latestRead = { at: 0 };

  function queryOf({ kind, state, app, text }: RecordFilter): Body<'ledger.read'> {
    return {
      ...(kind && { kinds: [kind] }),
      ...(state && { states: [state] }),
      ...(app && { apps: [app] }),
      limit: text ? BATCH_SIZE : PAGE_SIZE,
    };
  }

  /** At least `most` rows that fit, or all there are. */
  async function collect(minRows: number, before?: number): Promise<{ rows: LedgerRow[]; next: number | undefined }> {
    const wantedFilter = filter.value;
    const found: LedgerRow[] = [];
    let cursor = before;
    do {
      const page = await ask('ledger.read', {
        ...queryOf(wantedFilter),
        ...(minRows > PAGE_SIZE && { limit: BATCH_SIZE }),
        ...(cursor !== undefined && { before: cursor }),
      });
      if (!page.ok) return { rows: found, next: undefined };
      found.push(...page.rows.filter((row) => fits(row, wantedFilter.text)));
      cursor = page.next;
    } while (cursor !== undefined && found.length < minRows);
    return { rows: found, next: cursor };
  }

  function fits(row: LedgerRow, text: string): boolean {
    const current = standing.value;
    return !text || (current !== null && textOf(row, current).toLocaleLowerCase().includes(text.toLocaleLowerCase()));
  }

  /** Reads anew what is on the screen; of two readings at once the later counts. */
  async function read(): Promise<void> {
    latestRead.at += 1;
    const ownRead = latestRead.at;
    const current = await ask('ledger.summary', {});
    if (!current.ok || ownRead !== latestRead.at) return;
    standing.value = current;
    const found = await collect(Math.max(PAGE_SIZE, rows.value.length));
    if (ownRead === latestRead.at) [rows.value, next.value] = [found.rows, found.next];
  }

  async function more(): Promise<void> {
    const ownRead = latestRead.at;
    const found = await collect(PAGE_SIZE, next.value);
    if (ownRead === latestRead.at) [rows.value, next.value] = [[...rows.value, ...found.rows], found.next];
  }

  async function choose(change: Partial<RecordFilter>): Promise<void> {
    filter.value = { ...filter.value, ...change };
    rows.value = [];
    await read();
  }

  /** Every row that the filter lets through, on the screen or not. */
  const all = async (): Promise<LedgerRow[]> => (await collect(Number.POSITIVE_INFINITY)).rows;

  async function erase(ids: readonly string[]): Promise<EraseResult> {
    const sum = { ok: true as const, erased: 0, atHub: 0 };
    for (let from = 0; from < ids.length; from += BATCH_SIZE) {
      const done = await ask('ledger.erase', { ids: ids.slice(from, from + BATCH_SIZE) });
      if (!done.ok) return done;
      sum.erased += done.erased;
      sum.atHub += done.atHub.length;
    }
    await read();
    return sum;
  }

  return { standing, rows, next, filter, read, more, choose, all, erase };
}
export type RecordList = ReturnType<typeof createRecordList>;
