interface Mutex {
  /** Runs `task` once all tasks before it have settled, in the order of the calls. A task that fails does not stop the next. */
  runExclusive<T>(task: () => Promise<T>): Promise<T>;
}

/** Runs tasks one at a time. It holds nothing that a stopped service worker would leave locked. */
export function createMutex(): Mutex {
  let last: Promise<unknown> = Promise.resolve();
  return {
    runExclusive(task) {
      const result = last.then(task, task);
      last = result;
      return result;
    },
  };
}
