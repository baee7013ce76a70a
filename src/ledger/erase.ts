import type { ErasureReceipt } from '../model/hub-api/intake.ts';
import type { Erasure } from './erasure.ts';
import { belongsTo, type LedgerRow } from './row.ts';
import type { LedgerDb } from './shape.ts';
import { transactStores } from './transact.ts';

export interface EraseRowsResult {
  rows: LedgerRow[];
  /** Ids of entries that had been sent before, answered or not: the hub must be asked to erase them too. */
  atHub: string[];
}

/**
 * Erases entries, and with feedback the words that belong to it, all of them or none. An entry that was never sent will never be sent;
 * for one that was sent, even without an answer, an erasure at the hub is requested.
 */
export async function eraseRows(db: LedgerDb, { ids, now }: { ids: readonly string[]; now: number }): Promise<EraseRowsResult> {
  return transactStores(db, ['rows', 'erasures'], 'readwrite', async (transaction) => {
    const rows = transaction.objectStore('rows');
    const named = (await Promise.all(ids.map((id) => rows.index('id').get(id)))).filter((row) => row !== undefined);
    const words = named.some(({ entry }) => entry.kind === 'feedback') ? await rows.index('kind').getAll('words') : [];
    const idSet = new Set(ids);
    const relatedWords = words.filter(({ entry }) => !idSet.has(entry.id));
    const erased = [...named, ...relatedWords.filter((row) => belongsTo(row, idSet))];
    const atHub = erased.filter(({ attempts }) => attempts > 0).map(({ entry }) => entry.id);
    for (const { seq } of erased) await rows.delete(seq);
    for (const id of atHub) await transaction.objectStore('erasures').put({ id, requestedAt: now });
    return { rows: erased, atHub };
  });
}

/** Stores that the hub is to erase these entries. */
export async function requestErasures(db: LedgerDb, { ids, now }: { ids: readonly string[]; now: number }): Promise<void> {
  await transactStores(db, ['erasures'], 'readwrite', async (transaction) => {
    for (const id of ids) await transaction.objectStore('erasures').put({ id, requestedAt: now });
  });
}

/** All erasures at the hub, requested or done, oldest first. */
export async function allErasures(db: LedgerDb): Promise<Erasure[]> {
  return (await db.getAll('erasures')).sort((a, b) => a.requestedAt - b.requestedAt);
}

/** Stores the hub's receipt with the erasure that it answers. */
export async function storeReceipt(db: LedgerDb, receipt: ErasureReceipt): Promise<void> {
  await transactStores(db, ['erasures'], 'readwrite', async (transaction) => {
    const erasures = transaction.objectStore('erasures');
    const erasure = await erasures.get(receipt.id);
    if (erasure) await erasures.put({ ...erasure, receipt });
  });
}
