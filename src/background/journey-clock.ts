import type { Clock } from '../runtime/clock.ts';
import type { StoredItems } from './storage/open-storage.ts';

/** Journeys are looked at every 15 minutes while the browser runs. A longer gap was sleep, or the device's clock was set. */
const LONGEST_GAP_MS = 20 * 60_000;

interface JourneyClockDeps {
  item: StoredItems['journeyTime'];
  clock: Pick<Clock, 'now'>;
}

/**
 * The one clock of all journeys: the device's clock without the times in which the device slept or its clock was set. It goes on where it
 * was when the worker starts again.
 */
export function createJourneyClock({ item, clock }: JourneyClockDeps): { now(): Promise<number> } {
  return {
    async now() {
      const at = Math.round(clock.now());
      const { seenAt, skippedMs } = await item.get();
      const gapMs = seenAt === null ? 0 : at - seenAt;
      const isTimePassed = gapMs >= 0 && gapMs <= LONGEST_GAP_MS;
      const skipped = skippedMs + (isTimePassed ? 0 : gapMs);
      await item.set({ seenAt: at, skippedMs: skipped });
      return at - skipped;
    },
  };
}
