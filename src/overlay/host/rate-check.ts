/** Gives a function that says whether it was called `most` times within `span` milliseconds. */
export function createRateCheck(maxCalls: number, windowMs: number): () => boolean {
  const times: number[] = [];
  return () => {
    times.unshift(Date.now());
    times.splice(maxCalls);
    return times[0]! - (times[maxCalls - 1] ?? 0) < windowMs;
  };
}
