import type { Entry } from '../../model/entry.ts';
import type { EntryVerdict } from '../../model/hub-api.ts';
import { dueBefore, isPast } from '../retention/due.ts';
import type { Store } from '../store/store.ts';
import { correctClock } from './correct-clock.ts';
import { type Inserted, insertOnce, type Row } from './insert-once.ts';
import { type Judged, judgeEntry } from './judge-entry.ts';

export interface Batch {
  install: string;
  sentAt: string;
  entries: readonly unknown[];
  /** For so many days raw entries are kept. */
  keepDays: number;
}

/** Takes the good ones of a batch, all in one transaction, and answers after its commit: a verdict for each, in their order. */
export async function takeBatch(store: Store, batch: Batch, now: Date): Promise<EntryVerdict[]> {
  const judged = batch.entries.map(judgeEntry);
  const rows = new Map<string, ReturnType<typeof rowOf>>();
  for (const one of judged) {
    if (one.ok && !rows.has(key(one.entry))) rows.set(key(one.entry), rowOf(one.entry, batch, now));
  }
  const before = dueBefore(now, batch.keepDays);
  const late = new Set([...rows.values()].filter((row) => isPast(row, before)).map((row) => row.id));
  const fresh = [...rows.values()].filter((row) => !late.has(row.id));
  const inserted = fresh.length > 0 ? await insertOnce(store, batch.install, fresh) : nothing;
  const past = new Set([...late, ...inserted.past]);
  const known = { ...inserted, past, install: batch.install, answered: new Set<string>() };
  return judged.map((one) => verdictOn(one, known));
}

const nothing: Inserted = { holders: new Map(), past: new Set(), erased: new Map() };

const refusals = {
  itself: { path: '', reason: 'was erased by its owner' },
  'its feedback': { path: 'of', reason: 'belongs to feedback that was erased by its owner' },
};

/** PostgreSQL writes a UUID in lower case. */
const key = (entry: Entry) => entry.id.toLowerCase();

function rowOf(entry: Entry, batch: Batch, now: Date): Row & { at: Date } {
  const { kind, id: _, at, app, route, ...said } = entry;
  const [deviceAt, sentAt] = [new Date(at), new Date(batch.sentAt)];
  return {
    id: key(entry),
    install: batch.install,
    kind,
    app,
    route,
    choice: entry.kind === 'feedback' ? entry.choice : null,
    of: entry.kind === 'words' ? entry.of.toLowerCase() : null,
    state: entry.kind === 'feedback' ? 'new' : null,
    said,
    deviceAt,
    sentAt,
    at: correctClock({ at: deviceAt, sentAt, now }),
    receivedAt: now,
  };
}

function verdictOn(judged: Judged, known: Inserted & { install: string; answered: Set<string> }): EntryVerdict {
  if (!judged.ok) return { id: judged.id, taken: false, path: judged.path, reason: judged.reason };
  const { id } = judged.entry;
  const erased = known.erased.get(key(judged.entry));
  if (erased) return { id, taken: false, ...refusals[erased] };
  const holder = known.holders.get(key(judged.entry));
  if (holder && holder !== known.install)
    return { id, taken: false, path: 'id', reason: 'belongs to an entry of another install' };
  const again = holder !== undefined || known.past.has(key(judged.entry)) || known.answered.has(key(judged.entry));
  known.answered.add(key(judged.entry));
  return { id, taken: true, again };
}
