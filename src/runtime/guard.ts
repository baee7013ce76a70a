export interface GuardDeps {
  /** Receives each of our own errors once. It must not show them to the page. */
  report: (error: unknown) => void;
  /**
   * False once the extension was updated, reloaded or removed while our script stayed in the page. Without it the context counts as
   * valid. https://developer.chrome.com/docs/extensions/develop/concepts/content-scripts#updates
   */
  isContextValid?: () => boolean;
  /** Called when a callback finds the context invalid: nothing of ours can reach the extension any more. */
  onInvalidated?: () => void;
}

/** What a guarded function returns: its own result, or undefined where it failed or was not run. */
export type Guarded<R> = R extends PromiseLike<infer V> ? Promise<V | undefined> : R | undefined;

export interface Guard {
  /**
   * Wraps a callback: it never throws, never rejects, and does not run in an invalid context. The same callback gets the same wrapper, so
   * that a listener added twice is still called once.
   */
  wrap<A extends unknown[], R>(callback: (...args: A) => R): (...args: A) => Guarded<R>;
  /** The same for cleaning up, which must run in an invalid context too. */
  wrapCleanup(callback: () => void): () => void;
  /** Whether the context is invalid, as the runtime or this error tells. If so, `onInvalidated` was called. */
  isInvalidated(error?: unknown): boolean;
}

/** Largest number of different errors reported in one lifetime. Beyond it we are broken, and more reports help nobody. */
const MAX_REPORTS = 50;

/**
 * Keeps our errors away from the page. Each error is reported once, however often it recurs. Neither the end of a lifetime
 * (`AbortError`) nor an invalidated extension context counts as an error.
 */
export function createGuard({ report, isContextValid = () => true, onInvalidated = () => {} }: GuardDeps): Guard {
  const reported = new Set<string>();

  function isInvalidated(error?: unknown): boolean {
    if (!isInvalidation(error) && answers(isContextValid)) return false;
    onInvalidated();
    return true;
  }

  function caught(error: unknown): undefined {
    if (error instanceof DOMException && error.name === 'AbortError') return;
    if (isInvalidated(error)) return;
    const description = error instanceof Error ? (error.stack ?? String(error)) : String(error);
    if (reported.has(description) || reported.size >= MAX_REPORTS) return;
    reported.add(description);
    try {
      report(error);
    } catch {
      // The report failed as well; there is nowhere left to turn to.
    }
  }

  function run<A extends unknown[], R>(callback: (...args: A) => R, args: A): Guarded<R> {
    try {
      const result = callback(...args);
      return (isPromise(result) ? result.then(undefined, caught) : result) as Guarded<R>;
    } catch (error) {
      return caught(error) as Guarded<R>;
    }
  }

  const wrappers = new WeakMap<object, unknown>();

  function wrap<A extends unknown[], R>(callback: (...args: A) => R): (...args: A) => Guarded<R> {
    const known = wrappers.get(callback) as ((...args: A) => Guarded<R>) | undefined;
    const wrapper = known ?? ((...args) => (isInvalidated() ? (undefined as Guarded<R>) : run(callback, args)));
    wrappers.set(callback, wrapper);
    return wrapper;
  }

  return {
    wrap,
    wrapCleanup: (callback) => () => void run(callback, []),
    isInvalidated,
  };
}

/** Firefox throws where an extension that is gone is asked anything. */
function answers(isContextValid: () => boolean): boolean {
  try {
    return isContextValid();
  } catch {
    return false;
  }
}

/** As Chromium words it when a script calls an extension that is gone. Firefox has no such error: there `runtime.id` alone tells. */
const isInvalidation = (error: unknown): boolean =>
  error instanceof Error && /Extension context invalidated/i.test(error.message);

function isPromise(value: unknown): value is PromiseLike<unknown> {
  return typeof (value as PromiseLike<unknown> | undefined)?.then === 'function';
}
