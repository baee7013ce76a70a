import type { Clock } from '../../../runtime/clock.ts';
import { sleep } from '../../../runtime/sleep.ts';
import { errorFields } from '../../log/error-fields.ts';
import type { Log } from '../../log/log.ts';
import type { Store } from '../../store/store.ts';
import type { Telemetry } from '../../telemetry/telemetry.ts';
import { stopUnhealthy } from './stop-unhealthy.ts';

const PERIOD_MS = 3_600_000;

export interface WatchRollOutsDeps {
  installsPerPerson: number;
  clock: Clock;
  log: Log;
  telemetry: Telemetry;
  signal: AbortSignal;
}

/** Applies the stop rule now and every hour until `signal` aborts. A failure is logged, and the next hour tries again. */
export async function watchRollOuts(store: Store, deps: WatchRollOutsDeps): Promise<void> {
  const { signal, clock } = deps;
  while (!signal.aborted) {
    await deps.telemetry.job('roll-outs', () => watchOnce(store, deps));
    await sleep(PERIOD_MS, signal, clock);
  }
}

async function watchOnce(store: Store, { installsPerPerson, clock, log, signal }: WatchRollOutsDeps): Promise<void> {
  try {
    const stopped = await stopUnhealthy(store, { now: new Date(clock.now()), installsPerPerson });
    for (const { pack, version } of stopped) log.warn('roll-out stopped by its rule', { pack, version });
  } catch (error) {
    if (!signal.aborted) log.error('roll-outs not watched', errorFields(error));
  }
}
