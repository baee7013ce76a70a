/** Is told of our own fault; must not show it to the page. */
export type Report = (fault: unknown) => void;

/** What a guarded function gives back: its own result, or nothing where it failed. */
export type Guarded<R> = R extends PromiseLike<infer V> ? Promise<V | undefined> : R | undefined;

/** So many different faults are told in one lifetime; after that we are broken, and more of the same helps nobody. */
const MOST_TOLD = 50;

/**
 * Keeps our faults from the page: what `guard(report)` wraps never throws and never rejects. Each fault is reported once, however
 * often it comes back, and the end of a lifetime (`AbortError`) is not a fault.
 */
export function guard(report: Report) {
  const told = new Set<string>();

  function tell(fault: unknown): undefined {
    if (fault instanceof DOMException && fault.name === 'AbortError') return;
    const said = fault instanceof Error ? (fault.stack ?? String(fault)) : String(fault);
    if (told.has(said) || told.size >= MOST_TOLD) return;
    told.add(said);
    try {
      report(fault);
    } catch {
      // Nobody is left to tell.
    }
  }

  return <A extends unknown[], R>(act: (...given: A) => R): ((...given: A) => Guarded<R>) =>
    (...given) => {
      try {
        const result = act(...given);
        return (isPromise(result) ? result.then(undefined, tell) : result) as Guarded<R>;
      } catch (fault) {
        return tell(fault) as Guarded<R>;
      }
    };
}

function isPromise(value: unknown): value is PromiseLike<unknown> {
  return typeof (value as PromiseLike<unknown> | undefined)?.then === 'function';
}
