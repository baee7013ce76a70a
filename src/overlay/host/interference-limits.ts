/** Repairs within `REPAIR_WINDOW_MS` after which a page that keeps removing or restyling our host is left to have its way. */
const MAX_REPAIRS = 5;
const REPAIR_WINDOW_MS = 10_000;
/** Times within `BURST_MS` that we rise above what enters the top layer. People do not open popovers that fast. */
const MAX_RISES = 8;
/** Times within `BURST_MS` that a page may redraw the part of it that our host is in. */
const MAX_REDRAWS = 30;
const BURST_MS = 1000;

/** Each function counts one event and tells whether there were too many of them lately. */
interface InterferenceLimits {
  isRepairedTooOften(): boolean;
  isRedrawnTooOften(): boolean;
  /** A page that answers each of our rises by one of its own keeps the top, and presses on what lies under it do not count. */
  isRaisedTooOften(): boolean;
}

export const createInterferenceLimits = (): InterferenceLimits => ({
  isRepairedTooOften: createRateCheck(MAX_REPAIRS + 1, REPAIR_WINDOW_MS),
  isRedrawnTooOften: createRateCheck(MAX_REDRAWS, BURST_MS),
  isRaisedTooOften: createRateCheck(MAX_RISES, BURST_MS),
});

/** Returns a function that tells whether it was called `maxCalls` times within `windowMs` milliseconds. */
export function createRateCheck(maxCalls: number, windowMs: number, now: () => number = Date.now): () => boolean {
  const times: number[] = [];
  return () => {
    times.unshift(now());
    times.splice(maxCalls);
    return times.length === maxCalls && times[0]! - times[maxCalls - 1]! < windowMs;
  };
}
