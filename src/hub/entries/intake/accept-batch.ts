import { randomUUID } from 'node:crypto';
import type { Entry } from '../../../model/entry/entry.ts';
import type { EntryResult } from '../../../model/hub-api/intake.ts';
import type { DailyBudget } from '../../http/hub-deps.ts';
import { releaseTime } from '../../store/release-time.ts';
import type { Store } from '../../store/store.ts';
import type { BatchRow } from '../entry-row.ts';
import { authorMark } from '../erasure/author-mark.ts';
import { isTooLate, retentionCutoff } from '../retention/due.ts';
import { correctClock } from './correct-clock.ts';
import { type InsertResult, insertOnce } from './insert-once.ts';
import { type JudgedEntry, judgeEntry } from './judge-entry.ts';

export interface EntryBatch {
  install: string;
  /** The key of the install's author marks. */
  authorKey: string;
  sentAt: string;
  entries: readonly unknown[];
  /** Days that raw entries are kept. */
  retentionDays: number;
  budget: DailyBudget;
  /** The desk gets feedback and comments at steps of this many hours; 0 at once. */
  releaseHours: number;
}

/**
 * Stores the valid entries of a batch, all or none, and returns after the commit: one result per entry, in their order. Throws
 * `OverBudgetError` if the install has sent too much today; nothing of the batch is stored then.
 */
export async function acceptBatch(store: Store, batch: EntryBatch, now: Date): Promise<EntryResult[]> {
  const judged = batch.entries.map(judgeEntry);
  const rows = new Map<string, ReturnType<typeof toRow>>();
  for (const one of judged) {
    if (one.ok && !rows.has(entryKey(one.entry))) rows.set(entryKey(one.entry), toRow(one.entry, batch, now));
  }
  const before = retentionCutoff(now, batch.retentionDays);
  const late = new Set([...rows.values()].filter((row) => isTooLate(row, before)).map((row) => row.id));
  const fresh = [...rows.values()].filter((row) => !late.has(row.id));
  const inserted = fresh.length > 0 ? await insertOnce(store, { ...batch, now }, fresh) : NOTHING_INSERTED;
  const expiredIds = new Set([...late, ...inserted.expiredIds]);
  const known = { ...inserted, expiredIds, answered: new Set<string>() };
  return judged.map((one) => resultFor(one, known));
}

const NOTHING_INSERTED: InsertResult = {
  duplicateIds: new Set(),
  expiredIds: new Set(),
  erasedIds: new Map(),
  refusals: new Map(),
};

const erasureRefusals = {
  itself: { path: '', reason: 'was erased by its owner' },
  'its feedback': { path: 'of', reason: 'belongs to feedback that was erased by its owner' },
};

/** PostgreSQL returns UUIDs in lower case. */
const entryKey = (entry: Entry) => entry.id.toLowerCase();

function toRow(entry: Entry, batch: EntryBatch, now: Date): BatchRow & { at: Date } {
  const { kind, id: _, at, app, route, ...payload } = entry;
  const [deviceAt, sentAt] = [new Date(at), new Date(batch.sentAt)];
  const correctedAt = correctClock({ at: deviceAt, sentAt, now });
  return {
    id: entryKey(entry),
    install: batch.install,
    kind,
    app,
    route,
    ...deskFields(entry, batch, { at: correctedAt, now }),
    payload,
    deviceAt,
    sentAt,
    at: correctedAt,
    receivedAt: now,
  };
}

/** What the desk needs to know of feedback and comments. */
function deskFields(
  entry: Entry,
  { authorKey, releaseHours }: EntryBatch,
  { at, now }: { at: Date; now: Date },
): Partial<BatchRow> {
  const releasedAt = releaseTime(now, releaseHours);
  if (entry.kind === 'words') {
    const of = entry.of.toLowerCase();
    return { of, authorMark: authorMark(authorKey, of), releasedAt };
  }
  if (entry.kind !== 'feedback') return {};
  const mark = authorMark(authorKey, entry.id);
  const day = at.toISOString().slice(0, 10);
  return { item: { authorMark: mark, deskId: randomUUID(), choice: entry.choice, state: 'new', day, releasedAt } };
}

function resultFor(judged: JudgedEntry, known: InsertResult & { answered: Set<string> }): EntryResult {
  if (!judged.ok) return { id: judged.id, accepted: false, path: judged.path, reason: judged.reason };
  const { id } = judged.entry;
  const key = entryKey(judged.entry);
  const erased = known.erasedIds.get(key);
  if (erased) return { id, accepted: false, ...erasureRefusals[erased] };
  const refusal = known.refusals.get(key);
  if (refusal) return { id, accepted: false, ...refusal };
  const duplicate = known.duplicateIds.has(key) || known.expiredIds.has(key) || known.answered.has(key);
  known.answered.add(key);
  return { id, accepted: true, duplicate };
}
