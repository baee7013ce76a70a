import type { Row } from '../ledger/row.ts';
import type { EntryVerdict } from '../model/hub-api.ts';

/** Characters of JSON. At three bytes each at worst this stays under half of the 2 MB that the hub takes. */
const MOST_TEXT = 256 * 1024;

/** The next rows to send: the oldest, in order, up to `size` and to what one request holds, but at least one. */
export function nextBatch(waiting: readonly Row[], { size, without }: { size: number; without: ReadonlySet<number> }): Row[] {
  const batch: Row[] = [];
  let text = 0;
  for (const row of waiting) {
    if (without.has(row.seq)) continue;
    text += JSON.stringify(row.entry).length;
    if (batch.length === size || (batch.length > 0 && text > MOST_TEXT)) break;
    batch.push(row);
  }
  return batch;
}

export interface RowVerdict {
  seq: number;
  verdict: EntryVerdict;
}

/**
 * Which verdict is about which row: by id, or by place where the hub could not read the id. The ledger holds no malformed id, so one
 * that is refused as such is held by another install: us, before we enrolled anew. It was taken then.
 */
export function matchVerdicts(batch: readonly Row[], verdicts: readonly EntryVerdict[]): RowVerdict[] {
  const byId = new Map(verdicts.map((verdict) => [verdict.id?.toLowerCase(), verdict]));
  const byPlace = (place: number) =>
    verdicts.length === batch.length && verdicts[place]?.id === null ? verdicts[place] : undefined;
  return batch.flatMap(({ seq, entry: { id } }, place) => {
    const verdict = byId.get(id.toLowerCase()) ?? byPlace(place);
    if (!verdict) return [];
    const ours = !verdict.taken && verdict.path === 'id';
    return [{ seq, verdict: ours ? { id, taken: true, again: true } : verdict }];
  });
}
