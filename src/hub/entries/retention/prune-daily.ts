import { sql } from 'drizzle-orm';
import type { Clock } from '../../../runtime/clock.ts';
import { sleep } from '../../../runtime/sleep.ts';
import { computeDueFigures } from '../../aggregates/compute-due-figures.ts';
import { computeDueNameTable } from '../../aggregates/compute-name-table.ts';
import { errorFields } from '../../log/error-fields.ts';
import type { Log } from '../../log/log.ts';
import { createWeeksAhead } from '../../store/entry-weeks.ts';
import type { OpenStore, Store } from '../../store/store.ts';
import type { Telemetry } from '../../telemetry/telemetry.ts';
import { nextMidnight, retentionCutoff } from './due.ts';
import { noteDailyRun } from './note-daily-run.ts';
import { pruneCounters } from './prune-counters.ts';
import { pruneEntries } from './prune-entries.ts';
import { pruneInbox } from './prune-inbox.ts';
import { pruneProposals } from './prune-proposals.ts';

/** A batch takes some tens of milliseconds on either store. */
const BATCH_SIZE = 500;

/** Delay after a failure, such as an unreachable database. */
const RETRY_MS = 3_600_000;

/** The tables that grow with use. */
const GROWING_TABLES = [
  'entries',
  'backlog_items',
  'installs',
  'daily_usage',
  'questions',
  'erasures',
  'expired',
  'access_log',
  'proposals',
  'inbox_items',
];

export interface PruneDailyDeps {
  days: number;
  installsPerPerson: number;
  clock: Clock;
  log: Log;
  telemetry: Telemetry;
  signal: AbortSignal;
}

/**
 * Prunes now and after each midnight UTC until `signal` aborts. Resolves when the current batch is done. After a gap of days, in which the
 * hub stood still or its clock jumped, it begins hours later.
 */
export async function pruneDaily(opened: OpenStore, { clock, ...deps }: PruneDailyDeps): Promise<void> {
  const { signal } = deps;
  while (!signal.aborted) {
    const now = new Date(clock.now());
    const next = await deps.telemetry.job('daily', () => pruneOnce(opened, { ...deps, now }));
    await sleep(next.getTime() - clock.now(), signal, clock);
  }
}

type PruneOnceDeps = Omit<PruneDailyDeps, 'clock'> & { now: Date };

/** Returns when to prune again. */
async function pruneOnce(opened: OpenStore, deps: PruneOnceDeps): Promise<Date> {
  const { now, log, signal } = deps;
  try {
    await createWeeksAhead(opened.jobs, now);
    const believedFrom = await noteDailyRun(opened.jobs, now);
    if (believedFrom > now) {
      log.warn('pruning waits: the last was days ago, or the clock has jumped', { until: believedFrom.toISOString() });
      return believedFrom;
    }
    await pruneDue(opened, deps);
    return nextMidnight(now);
  } catch (error) {
    if (!signal.aborted) log.error('not pruned', errorFields(error));
    return new Date(now.getTime() + RETRY_MS);
  }
}

/** Figures and the name table are computed first, because they need the entries that are then deleted. */
async function pruneDue(
  { jobs: store, kind }: OpenStore,
  { now, days, installsPerPerson, log, signal }: PruneOnceDeps,
): Promise<void> {
  await computeDueFigures(store, now, { installsPerPerson, retentionDays: days });
  await computeDueNameTable(store, now, installsPerPerson);
  const entries = await pruneEntries(store, { before: retentionCutoff(now, days), batchSize: BATCH_SIZE, signal });
  await pruneCounters(store, { now, before: retentionCutoff(now, days) });
  await pruneInbox(store, now);
  await pruneProposals(store, { now, before: retentionCutoff(now, days) });
  if (!signal.aborted) await renewStatistics(store, { vacuum: entries > 0 && kind === 'folder' });
  if (entries > 0) log.info('pruned', { entries, days });
}

/**
 * The planner needs statistics of the whole partitioned table, which autovacuum does not make. The embedded store has no autovacuum at
 * all, so there the space of deleted rows is reclaimed as well.
 */
async function renewStatistics(store: Store, { vacuum }: { vacuum: boolean }): Promise<void> {
  const tables = sql.raw(GROWING_TABLES.join(', '));
  await store.execute(vacuum ? sql`vacuum analyze ${tables}` : sql`analyze ${tables}`);
}
