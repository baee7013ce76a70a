/** Time as a parameter, so that an hour passes in a test when the test says so. */
export interface Clock {
  /** Milliseconds since the epoch, by the device. */
  now(): number;
  /** Runs `act` once, `ms` from now; the function that comes back calls it off. */
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

/** A clock's now as entries carry it: `2026-11-22T15:16:31.000Z`. */
export const isoNow = (clock: Pick<Clock, 'now'>): string => new Date(clock.now()).toISOString();
