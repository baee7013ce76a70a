import type { AppJourney } from '../apps/app-journey.ts';
import { journeyOf } from '../apps/apps.ts';
import { openApp } from '../apps/open-app.ts';

export interface AppAtWork {
  journey: AppJourney;
  /** Origin, with no slash at its end. */
  url: string;
  log: (line: string) => void;
}

/** One real app after another: each is installed if it is missing, started, and stopped before the next. */
export async function* runningApps(names: readonly string[]): AsyncGenerator<AppAtWork> {
  const journeys = await Promise.all(names.map(journeyOf));
  const running = new AbortController();
  try {
    for (const journey of journeys) {
      const log = (line: string) => console.error(`${journey.name}: ${line}`);
      const app = await openApp(journey, { lifetime: running.signal, log });
      yield { journey, url: app.url, log };
      await app.stop();
    }
  } finally {
    running.abort();
  }
}
