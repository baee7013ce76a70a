import type { ErasureReceipt } from '../model/hub-api.ts';
import type { Erasure } from './erasure.ts';
import { belongsTo, type Row } from './row.ts';
import type { LedgerDb } from './shape.ts';
import { across } from './transact.ts';

export interface Erased {
  rows: Row[];
  /** Ids that were on their way before: the hub is to be asked to erase them too. */
  atHub: string[];
}

/**
 * Erases entries, and with feedback the words that belong to it; all of them or none. What was never on its way is never sent; what
 * was, even without an answer, is written down to be erased at the hub.
 */
export async function eraseRows(db: LedgerDb, { ids, now }: { ids: readonly string[]; now: number }): Promise<Erased> {
  return across(db, ['rows', 'erasures'], 'readwrite', async (transaction) => {
    const rows = transaction.objectStore('rows');
    const named = (await Promise.all(ids.map((id) => rows.index('id').get(id)))).filter((row) => row !== undefined);
    const words = named.some(({ entry }) => entry.kind === 'feedback') ? await rows.index('kind').getAll('words') : [];
    const asked = new Set(ids);
    const own = words.filter(({ entry }) => !asked.has(entry.id));
    const erased = [...named, ...own.filter((row) => belongsTo(row, asked))];
    const atHub = erased.filter(({ attempts }) => attempts > 0).map(({ entry }) => entry.id);
    for (const { seq } of erased) await rows.delete(seq);
    for (const gone of atHub) await transaction.objectStore('erasures').put({ id: gone, askedAt: now });
    return { rows: erased, atHub };
  });
}

/** Writes down that the hub is to erase these. */
export async function askErasures(db: LedgerDb, { ids, now }: { ids: readonly string[]; now: number }): Promise<void> {
  await across(db, ['erasures'], 'readwrite', async (transaction) => {
    for (const id of ids) await transaction.objectStore('erasures').put({ id, askedAt: now });
  });
}

/** Every erasure at the hub, asked or done, oldest first. */
export async function allErasures(db: LedgerDb): Promise<Erasure[]> {
  return (await db.getAll('erasures')).sort((a, b) => a.askedAt - b.askedAt);
}

/** Keeps the hub's receipt. */
export async function keepReceipt(db: LedgerDb, receipt: ErasureReceipt): Promise<void> {
  await across(db, ['erasures'], 'readwrite', async (transaction) => {
    const erasures = transaction.objectStore('erasures');
    const asked = await erasures.get(receipt.id);
    if (asked) await erasures.put({ ...asked, receipt });
  });
}
