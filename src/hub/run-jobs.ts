import type { Clock } from '../runtime/clock.ts';
import { pruneDaily } from './entries/retention/prune-daily.ts';
import type { Log } from './log/log.ts';
import { watchRollOuts } from './packs/releases/watch-roll-outs.ts';
import type { Settings } from './settings.ts';
import type { OpenStore } from './store/store.ts';
import type { Telemetry } from './telemetry/telemetry.ts';

interface RunJobsDeps {
  clock: Clock;
  log: Log;
  telemetry: Telemetry;
  signal: AbortSignal;
}

/** Does the hub's periodic work until `signal` aborts. Resolves when nothing of it is under way. */
export async function runJobs(opened: OpenStore, settings: Settings, deps: RunJobsDeps): Promise<void> {
  const installsPerPerson = settings.CAIRN_INSTALLS_PER_PERSON;
  await Promise.all([
    pruneDaily(opened, { ...deps, days: settings.CAIRN_KEEP_DAYS, installsPerPerson }),
    watchRollOuts(opened.jobs, { ...deps, installsPerPerson }),
  ]);
}
