import type { LedgerRow, RowState } from '../ledger/row.ts';
import type { Ask } from '../messaging/ask.ts';
import type { BodyOf } from '../messaging/messages.ts';
import type { Entry } from '../model/entry/entry.ts';

export interface RecordFilter {
  kind?: Entry['kind'] | undefined;
  state?: RowState | undefined;
  app?: string | undefined;
  text: string;
}

export interface RecordPage {
  rows: LedgerRow[];
  /** Where the next page begins; undefined after the last one. */
  next: number | undefined;
}

/** Rows that are drawn at once. */
export const PAGE_SIZE = 50;
/** Rows that are asked for at once where only some of them may match, and ids that are erased at once. */
export const BATCH_SIZE = 500;

interface ReadOptions {
  filter: RecordFilter;
  minRows: number;
  /** Only rows older than this one. */
  before?: number | undefined;
  /** Does a row contain the text of the filter? The background knows no texts of the panel. */
  matches: (row: LedgerRow) => boolean;
}

/** At least `minRows` rows that match the filter, or all there are. */
export async function readRecords(ask: Ask, { filter, minRows, before, matches }: ReadOptions): Promise<RecordPage> {
  const rows: LedgerRow[] = [];
  let cursor = before;
  do {
    const page = await ask('ledger.read', {
      ...queryOf(filter, minRows),
      ...(cursor !== undefined && { before: cursor }),
    });
    if (!page.ok) return { rows, next: undefined };
    rows.push(...page.rows.filter(matches));
    cursor = page.next;
  } while (cursor !== undefined && rows.length < minRows);
  return { rows, next: cursor };
}

const queryOf = ({ kind, state, app, text }: RecordFilter, minRows: number): BodyOf<'ledger.read'> => ({
  ...(kind && { kinds: [kind] }),
  ...(state && { states: [state] }),
  ...(app && { apps: [app] }),
  limit: text || minRows > PAGE_SIZE ? BATCH_SIZE : PAGE_SIZE,
});
