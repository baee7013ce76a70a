/** Is told of our own fault; must not show it to the page. */
export type ReportError = (error: unknown) => void;

/** What a guarded function gives back: its own result, or nothing where it failed. */
export type Guarded<R> = R extends PromiseLike<infer V> ? Promise<V | undefined> : R | undefined;

/** So many different faults are told in one lifetime; after that we are broken, and more of the same helps nobody. */
const MAX_REPORTS = 50;

/**
 * Keeps our faults from the page: what `guard(report)` wraps never throws and never rejects. Each fault is reported once, however
 * often it comes back, and the end of a lifetime (`AbortError`) is not a fault.
 */
export function guard(report: ReportError) {
  const reported = new Set<string>();

  function reportOnce(error: unknown): undefined {
    if (error instanceof DOMException && error.name === 'AbortError') return;
    const description = error instanceof Error ? (error.stack ?? String(error)) : String(error);
    if (reported.has(description) || reported.size >= MAX_REPORTS) return;
    reported.add(description);
    try {
      report(error);
    } catch {
      // Nobody is left to tell.
    }
  }

  return <A extends unknown[], R>(callback: (...args: A) => R): ((...given: A) => Guarded<R>) =>
    (...args) => {
      try {
        const result = callback(...args);
        return (isPromise(result) ? result.then(undefined, reportOnce) : result) as Guarded<R>;
      } catch (error) {
        return reportOnce(error) as Guarded<R>;
      }
    };
}

function isPromise(value: unknown): value is PromiseLike<unknown> {
  return typeof (value as PromiseLike<unknown> | undefined)?.then === 'function';
}
