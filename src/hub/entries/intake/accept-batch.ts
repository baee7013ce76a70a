import { randomUUID } from 'node:crypto';
import type { Entry } from '../../../model/entry/entry.ts';
import type { EntryResult } from '../../../model/hub-api/intake.ts';
import type { DailyBudget } from '../../http/hub-deps.ts';
import { releaseTime } from '../../store/release-time.ts';
import type { Store } from '../../store/store.ts';
import type { EntryRow } from '../entry-row.ts';
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
 * Stores the valid entries of a batch in one transaction, and returns after its commit: one result per entry, in their order. Throws
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
  const known = { ...inserted, expiredIds, install: batch.install, answered: new Set<string>() };
  return judged.map((one) => resultFor(one, known));
}

const NOTHING_INSERTED: InsertResult = {
  ownersById: new Map(),
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

function toRow(entry: Entry, batch: EntryBatch, now: Date): EntryRow & { at: Date } {
  const { kind, id: _, at, app, route, ...payload } = entry;
  const [deviceAt, sentAt] = [new Date(at), new Date(batch.sentAt)];
  const correctedAt = correctClock({ at: deviceAt, sentAt, now });
  return {
    id: entryKey(entry),
    install: batch.install,
    kind,
    app,
    route,
    of: entry.kind === 'words' ? entry.of.toLowerCase() : null,
    ...backlogColumns(entry, batch, { at: correctedAt, now }),
    payload,
    deviceAt,
    sentAt,
    at: correctedAt,
    receivedAt: now,
  };
}

/** What the desk needs to know of feedback and comments. */
function backlogColumns(
  entry: Entry,
  { authorKey, releaseHours }: EntryBatch,
  { at, now }: { at: Date; now: Date },
): Partial<EntryRow> {
  const releasedAt = releaseTime(now, releaseHours);
  if (entry.kind === 'words') return { authorMark: authorMark(authorKey, entry.of), releasedAt };
  if (entry.kind !== 'feedback') return {};
  return {
    choice: entry.choice,
    state: 'new',
    authorMark: authorMark(authorKey, entry.id),
    deskId: randomUUID(),
    day: at.toISOString().slice(0, 10),
    releasedAt,
  };
}

function resultFor(judged: JudgedEntry, known: InsertResult & { install: string; answered: Set<string> }): EntryResult {
  if (!judged.ok) return { id: judged.id, accepted: false, path: judged.path, reason: judged.reason };
  const { id } = judged.entry;
  const erased = known.erasedIds.get(entryKey(judged.entry));
  if (erased) return { id, accepted: false, ...erasureRefusals[erased] };
  const refusal = known.refusals.get(entryKey(judged.entry));
  if (refusal) return { id, accepted: false, ...refusal };
  const holder = known.ownersById.get(entryKey(judged.entry));
  if (holder && holder !== known.install)
    return { id, accepted: false, path: 'id', reason: 'belongs to an entry of another install' };
  const duplicate =
    holder !== undefined || known.expiredIds.has(entryKey(judged.entry)) || known.answered.has(entryKey(judged.entry));
  known.answered.add(entryKey(judged.entry));
  return { id, accepted: true, duplicate };
}
