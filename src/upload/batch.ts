import type { LedgerRow } from '../ledger/row.ts';
import type { EntryResult } from '../model/hub-api/intake.ts';
import { quoteRemote } from '../model/text/quote-remote.ts';

/** Characters of JSON. At up to three bytes each this is less than half of the 2 MB that the hub accepts. */
const MAX_BATCH_CHARS = 256 * 1024;

/** The next rows to send: the oldest, in order, at most `size` of them and at most what one request may hold, but at least one. */
export function nextBatch(
  waiting: readonly LedgerRow[],
  { size, excluded }: { size: number; excluded: ReadonlySet<number> },
): LedgerRow[] {
  const batch: LedgerRow[] = [];
  let chars = 0;
  for (const row of waiting) {
    if (excluded.has(row.seq)) continue;
    chars += JSON.stringify(row.entry).length;
    if (batch.length === size || (batch.length > 0 && chars > MAX_BATCH_CHARS)) break;
    batch.push(row);
  }
  return batch;
}

export interface RowResult {
  seq: number;
  result: EntryResult;
}

/**
 * Assigns the hub's results to rows: by id, or by position where the hub could not read the id. The ledger holds no malformed id, so an
 * entry that is refused because of its id belongs to another install: to us, before we enrolled again. The hub accepted it then.
 */
export function matchResults(batch: readonly LedgerRow[], results: readonly EntryResult[]): RowResult[] {
  const byId = new Map(results.map((result) => [result.id?.toLowerCase(), result]));
  const byIndex = (index: number) =>
    results.length === batch.length && results[index]?.id === null ? results[index] : undefined;
  return batch.flatMap(({ seq, entry: { id } }, index) => {
    const result = byId.get(id.toLowerCase()) ?? byIndex(index);
    if (!result) return [];
    const isFromEarlierInstall = !result.accepted && result.path === 'id';
    return [{ seq, result: isFromEarlierInstall ? { id, accepted: true, duplicate: true } : shortened(result) }];
  });
}

/** A result as the ledger stores it: what the hub wrote about a refusal is cut to a quotation. */
function shortened(result: EntryResult): EntryResult {
  if (result.accepted) return result;
  return { ...result, path: quoteRemote(result.path), reason: quoteRemote(result.reason) };
}
