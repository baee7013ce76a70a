/** Time as a dependency, so that an hour passes in a test when the test says so. */
export interface Clock {
  /** Milliseconds since the epoch, by the device's clock. */
  now(): number;
  /** Runs `callback` once, `ms` milliseconds from now; the returned function cancels it. */
  after(ms: number, callback: () => void): () => void;
}

/** The device's own clock. */
export const systemClock: Clock = {
  now: () => Date.now(),
  after(ms, callback) {
    const timer = setTimeout(callback, ms);
    return () => clearTimeout(timer);
  },
};

/** The time as entries carry it, in ISO 8601: `2026-11-22T15:16:31.000Z`. */
export const isoNow = (clock: Pick<Clock, 'now'>): string => new Date(clock.now()).toISOString();
