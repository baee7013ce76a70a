import { inTurn } from '../runtime/in-turn.ts';
import type { Kv } from '../runtime/kv.ts';

/** Something that the owner of the ledger should know about it. Times are milliseconds by the device clock. */
export interface Notice {
  /** dropped: so many entries, none of them said by a person, were given up for want of room. */
  what: 'dropped';
  count: number;
  from: number;
  to: number;
}

export interface Notices {
  /** What happens within a day is one notice. */
  dropped(count: number, now: number): Promise<void>;
  /** Oldest first. */
  all(): Promise<Notice[]>;
  /** Forgets those that ended by then. */
  prune(last: number): Promise<void>;
}

const DAY = 86_400_000;
const KEY = 'ledger.notices';

/** Kept apart from the database: on a disk too full for an entry, a notice in the same place would not fit either. */
export function createNotices(kv: Kv): Notices {
  const turn = inTurn();
  const all = async () => ((await kv.get(KEY).catch(() => undefined)) ?? []) as Notice[];
  const change = (how: (notices: Notice[]) => Notice[]) => turn(async () => kv.set(KEY, how(await all())).catch(() => undefined));
  return {
    all,
    dropped: (count, now) => change((notices) => withDropped(notices, count, now)),
    prune: (last) => change((notices) => notices.filter(({ to }) => to > last)),
  };
}

function withDropped(notices: Notice[], count: number, now: number): Notice[] {
  const last = notices.at(-1);
  if (!last || now - last.from >= DAY) return [...notices, { what: 'dropped', count, from: now, to: now }];
  return [...notices.slice(0, -1), { ...last, count: last.count + count, to: now }];
}
