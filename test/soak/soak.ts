import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { listen } from '../../src/hub/listen.ts';
import { openFolder } from '../../src/hub/store/open-folder.ts';
import type { Store } from '../../src/hub/store/store.ts';
import { enrolToken, hubOn, rowsOf } from '../hub/hub-in-test.ts';
import { chance } from './chance.ts';
import { type FaultyProxy, faultyProxy } from './faulty-proxy.ts';
import { type DayOver, oneInstall } from './one-install.ts';

export interface SoakOptions {
  installs: number;
  /** Of each install. */
  entries: number;
  /** Share of requests that fail, 0 to 1. */
  share: number;
  seed: number;
}

export interface SoakResult {
  kept: number;
  feedbackKept: number;
  /** Kept, and not at the hub. */
  lost: number;
  feedbackLost: number;
  /** At the hub more than once. */
  twice: number;
  /** Installs whose feedback and words came in another order than they were given. */
  disordered: number;
  /** Rows that the ledgers do not show as sent. */
  unsettled: number;
  workerStops: number;
  requests: FaultyProxy['counts'];
  seconds: number;
}

/** Many installs before one real hub, through a proxy that fails. */
export async function soak({ installs, entries, share, seed }: SoakOptions): Promise<SoakResult> {
  const started = performance.now();
  const folder = await mkdtemp(join(tmpdir(), 'cairn-soak-'));
  const opened = await openFolder(folder);
  const real = hubOn(opened.store, { now: () => new Date() });
  const listening = await listen(real.app.fetch, { host: '127.0.0.1', port: 0 });
  const proxy = await faultyProxy({ upstream: listening.url, share, random: chance(seed) });
  try {
    const hub = { url: proxy.url, token: enrolToken };
    const days = Array.from({ length: installs }, (_, n) => oneInstall({ hub, entries, random: chance(seed + 1 + n) }));
    const over = await Promise.all(days);
    return { ...(await compare(opened.store, over)), requests: proxy.counts, seconds: (performance.now() - started) / 1000 };
  } finally {
    await proxy.close();
    await listening.stop(1000);
    await opened.close();
    await rm(folder, { recursive: true });
  }
}

async function compare(store: Store, over: DayOver[]): Promise<Omit<SoakResult, 'requests' | 'seconds'>> {
  const rows = await rowsOf<{ id: string }>(store, sql`select id from entries order by seq`);
  const place = new Map(rows.map(({ id }, n) => [id, n]));
  const kept = over.flatMap((day) => day.kept);
  const said = kept.filter(({ kind }) => kind !== 'guide');
  const counts = await Promise.all(over.map(({ at }) => at.ledger.counts()));
  return {
    kept: kept.length,
    feedbackKept: said.length,
    lost: kept.filter(({ id }) => !place.has(id)).length,
    feedbackLost: said.filter(({ id }) => !place.has(id)).length,
    twice: rows.length - place.size,
    disordered: over.filter((day) => !isInOrder(day, place)).length,
    unsettled: kept.length - counts.reduce((sum, { sent }) => sum + sent, 0),
    workerStops: over.reduce((sum, day) => sum + day.workerStops, 0),
  };
}

function isInOrder({ kept }: DayOver, place: ReadonlyMap<string, number>): boolean {
  const places = kept.filter(({ kind }) => kind !== 'guide').map(({ id }) => place.get(id) ?? -1);
  return places.every((at, n) => n === 0 || at > (places[n - 1] ?? -1));
}
