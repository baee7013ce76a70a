import { sql } from 'drizzle-orm';
import type { Clock } from '../../runtime/clock.ts';
import { after, atEnd, childOf } from '../../runtime/lifetime.ts';
import { makeDueFigures } from '../answers/make-figures.ts';
import { errorFields, type Log } from '../log.ts';
import type { OpenStore, Store } from '../store/store.ts';
import { dueBefore, nextMidnight } from './due.ts';
import { pruneEntries } from './prune-entries.ts';

/** Some tens of milliseconds of work, on either store. */
const batchSize = 500;

/** After the store was away. */
const retryMs = 3_600_000;

export interface DailyPruning {
  days: number;
  clock: Clock;
  log: Log;
  signal: AbortSignal;
}

/** Prunes now, and after each midnight of UTC, until `signal` ends; resolves once the batch that was under way then is done. */
export async function pruneDaily(opened: OpenStore, { days, clock, log, signal }: DailyPruning): Promise<void> {
  while (!signal.aborted) {
    const now = new Date(clock.now());
    const done = await pruneOnce(opened, { now, days, log, signal });
    await pause(done ? nextMidnight(now).getTime() - clock.now() : retryMs, signal, clock);
  }
}

type Once = Omit<DailyPruning, 'clock'> & { now: Date };

/** Figures come first: what has been answered has to be in them before it is gone. */
async function pruneOnce({ store, kind }: OpenStore, { now, days, log, signal }: Once): Promise<boolean> {
  try {
    await makeDueFigures(store, now);
    const entries = await pruneEntries(store, { before: dueBefore(now, days), size: batchSize, signal });
    if (entries > 0 && kind === 'folder' && !signal.aborted) await sweep(store);
    if (entries > 0) log.info('pruned', { entries, days });
    return true;
  } catch (error) {
    if (!signal.aborted) log.error('not pruned', errorFields(error));
    return false;
  }
}

/** PostgreSQL takes what was deleted out of its files by itself; the embedded store has nobody who does. */
const sweep = (store: Store) => store.execute(sql`vacuum entries`);

function pause(ms: number, signal: AbortSignal, clock: Clock): Promise<void> {
  const turn = childOf(signal);
  return new Promise((resolve) => {
    atEnd(turn.signal, resolve);
    after(Math.max(ms, 0), () => turn.abort(), turn.signal, clock);
  });
}
