import { attempt, withDefault } from './attempt.ts';
import { type FallbackStore, isFallbackSeq } from './fallback-store.ts';
import type { LedgerDatabase } from './ledger-database.ts';
import { isFull } from './make-room.ts';
import type { LedgerRow } from './row.ts';
import { applyResult, type Settlement } from './settle.ts';
import type { Transfer } from './transfer.ts';

interface SendWithFallbackDeps {
  database: LedgerDatabase;
  fallback: FallbackStore;
  transfer: Transfer;
}

/** What upload needs of a ledger, from the database and the fallback store together. */
export function sendWithFallback({
  database,
  fallback,
  transfer,
}: SendWithFallbackDeps): Pick<LedgerDatabase, 'waiting' | 'markAttempt' | 'settle'> {
  /** Rows that were about to be sent have moved to the fallback store: they come next, before anything tries to move them back. */
  let hasEvacuated = false;

  async function waiting(limit?: number): Promise<LedgerRow[]> {
    const onlyFallback = hasEvacuated || (await isDiskFull());
    hasEvacuated = false;
    const inFallback = (await fallback.rows()).filter(({ state }) => state === 'waiting');
    if (onlyFallback && inFallback.length > 0) return inFallback.slice(0, limit);
    const inDatabase = await withDefault(database.waiting(limit), inFallback.length > 0 ? [] : undefined);
    return [...inDatabase, ...inFallback].slice(0, limit);
  }

  /** Tries to move the rows of the fallback store back. On a full disk it evacuates the database instead. */
  async function isDiskFull(): Promise<boolean> {
    const drained = await transfer.drain();
    if (drained.ok || !isFull(drained.error)) return false;
    await attempt(transfer.evacuate());
    return true;
  }

  async function markAttempt(seqs: readonly number[]): Promise<number[]> {
    const ofFallback = new Set(seqs.filter(isFallbackSeq));
    const ofDatabase = seqs.filter((seq) => !isFallbackSeq(seq));
    const marked: number[] = [];
    const mark = (row: LedgerRow): LedgerRow => {
      if (!ofFallback.has(row.seq)) return row;
      marked.push(row.seq);
      return { ...row, attempts: row.attempts + 1 };
    };
    if (ofFallback.size > 0) await fallback.update(mark);
    if (ofDatabase.length > 0) marked.push(...(await markInDatabase(ofDatabase)));
    return marked;
  }

  async function markInDatabase(seqs: readonly number[]): Promise<number[]> {
    const outcome = await attempt(database.markAttempt(seqs));
    if (outcome.ok) return outcome.value;
    const evacuated = isFull(outcome.error) ? await attempt(transfer.evacuate()) : outcome;
    if (!evacuated.ok || !evacuated.value) throw outcome.error;
    hasEvacuated = true;
    return [];
  }

  async function settle({ results, at, reason }: Settlement): Promise<void> {
    const ofFallback = new Map(results.filter(({ seq }) => isFallbackSeq(seq)).map(({ seq, result }) => [seq, result]));
    const ofDatabase = results.filter(({ seq }) => !isFallbackSeq(seq));
    if (ofFallback.size > 0) {
      await fallback.update((row) => {
        const result = ofFallback.get(row.seq);
        return result ? applyResult(row, { result, at, reason }) : row;
      });
    }
    if (ofDatabase.length > 0) await database.settle({ results: ofDatabase, at, reason });
  }

  return { waiting, markAttempt, settle };
}
