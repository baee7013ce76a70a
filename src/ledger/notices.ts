import type { KeyValueStore } from '../runtime/key-value-store.ts';
import { createMutex } from '../runtime/mutex.ts';

/** Something that the owner of the ledger should know about it. Times are milliseconds by the device clock. */
export interface LedgerNotice {
  /** dropped: so many entries, none of them said by a person, were given up for want of room. */
  what: 'dropped';
  count: number;
  from: number;
  to: number;
}

export interface LedgerNotices {
  /** What happens within a day is one notice. */
  addDropped(count: number, now: number): Promise<void>;
  /** Oldest first. */
  all(): Promise<LedgerNotice[]>;
  /** Forgets those that ended by then. */
  prune(last: number): Promise<void>;
}

const DAY_MS = 86_400_000;
const KEY = 'ledger.notices';

/** Kept apart from the database: on a disk too full for an entry, a notice in the same place would not fit either. */
export function createNotices(kv: KeyValueStore): LedgerNotices {
  const mutex = createMutex();
  const all = async () => ((await kv.get(KEY).catch(() => undefined)) ?? []) as LedgerNotice[];
  const update = (how: (notices: LedgerNotice[]) => LedgerNotice[]) =>
    mutex.runExclusive(async () => kv.set(KEY, how(await all())).catch(() => undefined));
  return {
    all,
    addDropped: (count, now) => update((notices) => withDropped(notices, count, now)),
    prune: (last) => update((notices) => notices.filter(({ to }) => to > last)),
  };
}

function withDropped(notices: LedgerNotice[], count: number, now: number): LedgerNotice[] {
  const last = notices.at(-1);
  if (!last || now - last.from >= DAY_MS) return [...notices, { what: 'dropped', count, from: now, to: now }];
  return [...notices.slice(0, -1), { ...last, count: last.count + count, to: now }];
}
