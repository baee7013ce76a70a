import { allErasures } from './erase.ts';
import type { LedgerDb } from './shape.ts';

/** The whole ledger as JSON, in order of arrival: each row with the very entry that leaves, and what became of it. */
export async function exportLedger(db: LedgerDb, exportedAt: string): Promise<string> {
  const [rows, notices, erasures] = await Promise.all([db.getAll('rows'), db.getAll('notices'), allErasures(db)]);
  return JSON.stringify({ format: 'cairn-ledger/1', exportedAt, rows, notices, erasures }, null, 2);
}
