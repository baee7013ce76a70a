import { z } from 'zod';
import type { KeyValueStore } from '../runtime/key-value-store.ts';
import { createMutex } from '../runtime/mutex.ts';

/** Something that the owner of the ledger should know about it. Times are milliseconds of the device clock. */
const ledgerNotice = z.object({
  /** dropped: `count` entries, none of them submitted by a person, were given up for lack of room. */
  what: z.literal('dropped'),
  count: z.number(),
  from: z.number(),
  to: z.number(),
});
export type LedgerNotice = z.infer<typeof ledgerNotice>;

interface LedgerNotices {
  /** Drops within a day are added up in one notice. */
  addDropped(count: number, now: number): Promise<void>;
  /** Oldest first. */
  all(): Promise<LedgerNotice[]>;
  /** Deletes notices that ended at or before `last`. */
  prune(last: number): Promise<void>;
}

const DAY_MS = 86_400_000;
export const NOTICES_KEY = 'notices';

/** Stored outside the database: on a disk too full for an entry, a notice in the same place would not fit either. */
export function createNotices(kv: KeyValueStore<typeof NOTICES_KEY>): LedgerNotices {
  const mutex = createMutex();
  const all = async (): Promise<LedgerNotice[]> =>
    z.array(ledgerNotice).safeParse(await kv.get(NOTICES_KEY).catch(() => undefined)).data ?? [];
  const update = (change: (notices: LedgerNotice[]) => LedgerNotice[]) =>
    mutex.runExclusive(async () => kv.set(NOTICES_KEY, change(await all())).catch(() => undefined));
  return {
    all,
    addDropped: (count, now) => update((notices) => withDropped(notices, count, now)),
    prune: (last) => update((notices) => notices.filter(({ to }) => to > last)),
  };
}

function withDropped(notices: LedgerNotice[], count: number, now: number): LedgerNotice[] {
  const latest = notices.at(-1);
  if (!latest || now - latest.from >= DAY_MS) return [...notices, { what: 'dropped', count, from: now, to: now }];
  return [...notices.slice(0, -1), { ...latest, count: latest.count + count, to: now }];
}
