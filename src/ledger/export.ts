import type { LedgerDb } from './shape.ts';

/** The whole ledger as JSON, in order of arrival: each row with the very entry that leaves, and what became of it. */
export async function exportRows(db: LedgerDb, exportedAt: string): Promise<string> {
  return JSON.stringify({ format: 'cairn-ledger/1', exportedAt, rows: await db.getAll('rows') }, null, 2);
}
