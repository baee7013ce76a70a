import { sql } from 'drizzle-orm';
import type { Clock } from '../../../runtime/clock.ts';
import { after, childLifetime, onAbort } from '../../../runtime/lifetime.ts';
import { computeDueFigures } from '../../aggregates/compute-due-figures.ts';
import { errorFields } from '../../log/error-fields.ts';
import type { Log } from '../../log/log.ts';
import type { OpenStore, Store } from '../../store/store.ts';
import { nextMidnight, retentionCutoff } from './due.ts';
import { pruneEntries } from './prune-entries.ts';

/** Some tens of milliseconds of work, on either store. */
const BATCH_SIZE = 500;

/** After the store was away. */
const RETRY_MS = 3_600_000;

export interface PruneDailyDeps {
  days: number;
  clock: Clock;
  log: Log;
  signal: AbortSignal;
}

/** Prunes now, and after each midnight of UTC, until `signal` ends; resolves once the batch that was under way then is done. */
export async function pruneDaily(opened: OpenStore, { days, clock, log, signal }: PruneDailyDeps): Promise<void> {
  while (!signal.aborted) {
    const now = new Date(clock.now());
    const done = await pruneOnce(opened, { now, days, log, signal });
    await sleep(done ? nextMidnight(now).getTime() - clock.now() : RETRY_MS, signal, clock);
  }
}

type PruneOnceDeps = Omit<PruneDailyDeps, 'clock'> & { now: Date };

/** Figures come first: what has been answered has to be in them before it is gone. */
async function pruneOnce({ store, kind }: OpenStore, { now, days, log, signal }: PruneOnceDeps): Promise<boolean> {
  try {
    await computeDueFigures(store, now);
    const entries = await pruneEntries(store, { before: retentionCutoff(now, days), batchSize: BATCH_SIZE, signal });
    if (entries > 0 && kind === 'folder' && !signal.aborted) await vacuum(store);
    if (entries > 0) log.info('pruned', { entries, days });
    return true;
  } catch (error) {
    if (!signal.aborted) log.error('not pruned', errorFields(error));
    return false;
  }
}

/** PostgreSQL takes what was deleted out of its files by itself; the embedded store has nobody who does. */
const vacuum = (store: Store) => store.execute(sql`vacuum entries`);

function sleep(ms: number, signal: AbortSignal, clock: Clock): Promise<void> {
  const turn = childLifetime(signal);
  return new Promise((resolve) => {
    onAbort(turn.signal, resolve);
    after(Math.max(ms, 0), () => turn.abort(), turn.signal, clock);
  });
}
