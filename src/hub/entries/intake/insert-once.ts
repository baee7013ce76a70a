import { MAX_COMMENTS_PER_FEEDBACK } from '../../../model/hub-api/limits.ts';
import { createEntryWeek, isMissingWeek } from '../../store/entry-weeks.ts';
import type { Store } from '../../store/store.ts';
import type { BatchRow } from '../entry-row.ts';
import { addUsage, type Usage } from './count-usage.ts';
import { findCrowded } from './find-crowded.ts';
import { judgeAnswers, NO_ANSWERS } from './judge-answers.ts';
import { type KnownEntries, readKnown } from './read-known.ts';
import { writeBatch } from './write-batch.ts';

export interface InsertResult {
  /** Ids that the install has sent before. */
  duplicateIds: Set<string>;
  /** Ids that the hub deleted at the end of the retention. */
  expiredIds: Set<string>;
  /** Ids that the install has erased, and those of comments on feedback that it has erased. */
  erasedIds: Map<string, 'itself' | 'its feedback'>;
  /** Ids that are refused because of what else is stored, and why. */
  refusals: Map<string, { path: string; reason: string }>;
}

/** Each attempt fails only because another batch or an erasure of the same install was stored meanwhile. */
const MAX_ATTEMPTS = 20;

/** All attempts failed: the client is asked to try again. The code is PostgreSQL's for a transaction that has to be repeated. */
class ContendedInstallError extends Error {
  override name = 'ContendedInstallError';
  code = '40001';
}

/**
 * Inserts the rows of an install whose id is new, not erased, not expired and not refused; all or none. Throws `OverBudgetError` if the
 * install has sent too much today.
 *
 * It reads what is known of the rows in one statement and stores the others in another one, without a transaction around both: the
 * second stores nothing if anything of the install was stored or erased in between, and then all is judged again.
 */
export async function insertOnce(store: Store, usage: Usage, rows: readonly BatchRow[]): Promise<InsertResult> {
  for (let attempt = 0; attempt < MAX_ATTEMPTS; attempt++) {
    const known = await readKnown(store, usage, rows);
    const result = judgeKnown(known, rows);
    const settled = [result.erasedIds, result.expiredIds, result.duplicateIds, result.refusals];
    const isNew = ({ id }: BatchRow) => settled.every((ids) => !ids.has(id));
    const wanted = rows.filter(isNew);
    for (const id of findCrowded(known.comments, wanted)) result.refusals.set(id, tooManyComments);
    const answers = wanted.some(({ kind }) => kind === 'answer') ? await judgeAnswers(store, wanted, usage) : NO_ANSWERS;
    for (const [id, refusal] of answers.refused) result.refusals.set(id, refusal);
    const fresh = wanted.filter(({ id }) => !result.refusals.has(id));
    if (fresh.length === 0) return result;
    const batch = { usage: addUsage(known.usage, usage, fresh), known, rows: fresh, answers };
    if (await writeIntoWeek(store, batch)) return result;
  }
  throw new ContendedInstallError();
}

/** The partition of a week exists before the week begins, unless no hub ran then or the clock jumped. */
async function writeIntoWeek(store: Store, batch: Parameters<typeof writeBatch>[1]): Promise<boolean> {
  try {
    return await writeBatch(store, batch);
  } catch (error) {
    if (!isMissingWeek(error)) throw error;
    for (const { receivedAt } of batch.rows) await createEntryWeek(store, receivedAt);
    return writeBatch(store, batch);
  }
}

function judgeKnown(known: KnownEntries, rows: readonly BatchRow[]): InsertResult {
  const erasedIds: InsertResult['erasedIds'] = new Map();
  for (const { id, of } of rows) {
    if (known.erasedIds.has(id)) erasedIds.set(id, 'itself');
    else if (of && known.erasedIds.has(of)) erasedIds.set(id, 'its feedback');
  }
  const refusals = new Map([...known.foreignIds].map((id) => [id, foreignId]));
  return { erasedIds, expiredIds: known.expiredIds, duplicateIds: known.storedIds, refusals };
}

const foreignId = { path: 'id', reason: 'belongs to an entry of another install' };

const tooManyComments = { path: 'of', reason: `belongs to feedback that has ${MAX_COMMENTS_PER_FEEDBACK} comments already` };
