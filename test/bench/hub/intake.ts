import { type HubProcess, startHub, urlOf } from '../../hub/hub-process.ts';
import { insertDirectly } from './direct.ts';
import { percentile, sendLoad } from './load.ts';
import type { BenchStore } from './stores.ts';

export interface IntakeRow {
  store: BenchStore['name'];
  hubs: number;
  /** Entries of a batch. */
  batch: number;
  /** Entries per second through the hubs, relative to what the store itself takes. */
  ratio: number;
  /** Time of a batch in milliseconds. */
  p50: number;
  p99: number;
  perSecond: number;
  directPerSecond: number;
}

/** Enough for one install to send what the benchmark sends. */
export const UNLIMITED = { CAIRN_DAILY_ENTRIES: '10000000', CAIRN_DAILY_MB: '10000' };

/** Entries in each measurement, so that small batches do not take an hour. */
const ENTRIES: Record<number, number> = { 1: 200, 50: 2500, 500: 20_000 };
const SENDERS = 4;
const REPEATS = 3;

/** Intake through hubs and directly, by turns, so that the noise of the machine falls on both; the median counts. */
export async function measureIntake(store: BenchStore, { hubs, batch }: { hubs: number; batch: number }): Promise<IntakeRow> {
  const load = { batches: Math.ceil((ENTRIES[batch] ?? 40_000) / batch), size: batch };
  const rounds = [];
  for (let round = 0; round < REPEATS; round++) {
    const direct = await directly(store, load);
    const through = await withHubs(store, hubs, async (urls) => {
      await sendLoad({ urls, senders: SENDERS, batches: 8, size: batch });
      return sendLoad({ urls, senders: SENDERS, ...load });
    });
    rounds.push({ direct, through, ratio: through.perSecond / direct });
  }
  rounds.sort((a, b) => a.ratio - b.ratio);
  const { direct, through, ratio } = rounds[Math.floor(REPEATS / 2)]!;
  return {
    ...{ store: store.name, hubs, batch, ratio },
    ...{ p50: percentile(through.times, 0.5), p99: percentile(through.times, 0.99) },
    ...{ perSecond: through.perSecond, directPerSecond: direct },
  };
}

async function directly(store: BenchStore, load: { batches: number; size: number }): Promise<number> {
  const opened = await store.open();
  try {
    await insertDirectly(opened.store, { batches: 4, size: load.size, writers: store.writers });
    return await insertDirectly(opened.store, { ...load, writers: store.writers });
  } finally {
    await opened.close();
  }
}

/** Runs hubs on a store while `use` runs. */
export async function withHubs<T>(
  store: BenchStore,
  count: number,
  use: (urls: string[], hubs: HubProcess[]) => Promise<T>,
  env: Record<string, string> = {},
): Promise<T> {
  const hubs = Array.from({ length: count }, () => startHub({ ...store.env, ...UNLIMITED, LOG_LEVEL: 'info', ...env }));
  try {
    return await use(await Promise.all(hubs.map(urlOf)), hubs);
  } finally {
    for (const { child } of hubs) child.kill('SIGTERM');
    await Promise.all(hubs.map(({ ended }) => ended));
  }
}
