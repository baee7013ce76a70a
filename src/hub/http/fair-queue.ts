export interface FairQueueOptions {
  /** Tasks that run at once. */
  running: number;
  /** Tasks of one key that run or wait at once. */
  perKey: number;
  /** Tasks that wait at once. */
  waiting: number;
}

type Admission<T> = { ok: true; value: T } | { ok: false; why: 'key is busy' | 'queue is full' };

/** Runs tasks so that one key cannot delay another: of each key one runs at a time, and the keys take turns. */
export interface FairQueue {
  run<T>(key: string, task: () => Promise<T>): Promise<Admission<T>>;
}

/** A queue in memory. A task that finds no place is refused at once, so that its client can wait instead of the hub. */
export function createFairQueue({ running, perKey, waiting }: FairQueueOptions): FairQueue {
  /** The waiting tasks of each key; the order of the keys is the order of their turns. */
  const queues = new Map<string, (() => void)[]>();
  const active = new Map<string, number>();
  const runningKeys = new Set<string>();
  let waitingCount = 0;

  function startNext(): void {
    for (const [key, queue] of queues) {
      if (runningKeys.size >= running) return;
      if (runningKeys.has(key)) continue;
      const start = queue.shift()!;
      queues.delete(key);
      if (queue.length > 0) queues.set(key, queue);
      waitingCount--;
      runningKeys.add(key);
      start();
    }
  }

  function moveToEnd(key: string): void {
    const queue = queues.get(key);
    if (queue && queues.delete(key)) queues.set(key, queue);
  }

  const turnOf = (key: string): Promise<void> =>
    new Promise((start) => {
      queues.set(key, [...(queues.get(key) ?? []), start]);
      waitingCount++;
      startNext();
    });

  function leave(key: string): void {
    runningKeys.delete(key);
    moveToEnd(key);
    const left = active.get(key)! - 1;
    if (left > 0) active.set(key, left);
    else active.delete(key);
    startNext();
  }

  return {
    async run(key, task) {
      const inUse = active.get(key) ?? 0;
      if (inUse >= perKey) return { ok: false, why: 'key is busy' };
      if (waitingCount >= waiting) return { ok: false, why: 'queue is full' };
      active.set(key, inUse + 1);
      await turnOf(key);
      try {
        return { ok: true, value: await task() };
      } finally {
        leave(key);
      }
    },
  };
}
