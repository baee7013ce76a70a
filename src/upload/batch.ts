import type { LedgerRow } from '../ledger/row.ts';
import type { EntryResult } from '../model/hub-api/intake.ts';

/** Characters of JSON. At three bytes each at worst this stays under half of the 2 MB that the hub takes. */
const MAX_BATCH_CHARS = 256 * 1024;

/** The next rows to send: the oldest, in order, up to `size` and to what one request holds, but at least one. */
export function nextBatch(
  waiting: readonly LedgerRow[],
  { size, without: excluded }: { size: number; without: ReadonlySet<number> },
): LedgerRow[] {
  const batch: LedgerRow[] = [];
  let text = 0;
  for (const row of waiting) {
    if (excluded.has(row.seq)) continue;
    text += JSON.stringify(row.entry).length;
    if (batch.length === size || (batch.length > 0 && text > MAX_BATCH_CHARS)) break;
    batch.push(row);
  }
  return batch;
}

export interface RowResult {
  seq: number;
  result: EntryResult;
}

/**
 * Which verdict is about which row: by id, or by place where the hub could not read the id. The ledger holds no malformed id, so one
 * that is refused as such is held by another install: us, before we enrolled anew. It was taken then.
 */
export function matchResults(batch: readonly LedgerRow[], results: readonly EntryResult[]): RowResult[] {
  const byId = new Map(results.map((result) => [result.id?.toLowerCase(), result]));
  const byIndex = (index: number) =>
    results.length === batch.length && results[index]?.id === null ? results[index] : undefined;
  return batch.flatMap(({ seq, entry: { id } }, index) => {
    const result = byId.get(id.toLowerCase()) ?? byIndex(index);
    if (!result) return [];
    const isFromEarlierInstall = !result.accepted && result.path === 'id';
    return [{ seq, result: isFromEarlierInstall ? { id, accepted: true, duplicate: true } : result }];
  });
}
