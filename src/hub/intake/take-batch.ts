import type { Entry } from '../../model/entry.ts';
import type { EntryVerdict } from '../../model/hub-api.ts';
import type { Store } from '../store/store.ts';
import { correctClock } from './correct-clock.ts';
import { type Inserted, insertOnce, type Row } from './insert-once.ts';
import { type Judged, judgeEntry } from './judge-entry.ts';

export interface Batch {
  install: string;
  sentAt: string;
  entries: readonly unknown[];
}

/** Takes the good ones of a batch, all in one transaction, and answers after its commit: a verdict for each, in their order. */
export async function takeBatch(store: Store, batch: Batch, now: Date): Promise<EntryVerdict[]> {
  const judged = batch.entries.map(judgeEntry);
  const rows = new Map<string, Row>();
  for (const one of judged) {
    if (one.ok && !rows.has(key(one.entry))) rows.set(key(one.entry), rowOf(one.entry, batch, now));
  }
  const inserted = rows.size > 0 ? await insertOnce(store, batch.install, [...rows.values()]) : nothing;
  const known = { ...inserted, install: batch.install, answered: new Set<string>() };
  return judged.map((one) => verdictOn(one, known));
}

const nothing: Inserted = { holders: new Map(), erased: new Map() };

const refusals = {
  itself: { path: '', reason: 'was erased by its owner' },
  'its feedback': { path: 'of', reason: 'belongs to feedback that was erased by its owner' },
};

/** PostgreSQL writes a UUID in lower case. */
const key = (entry: Entry) => entry.id.toLowerCase();

function rowOf(entry: Entry, batch: Batch, now: Date): Row {
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
  const again = holder !== undefined || known.answered.has(key(judged.entry));
  known.answered.add(key(judged.entry));
  return { id, taken: true, again };
}
