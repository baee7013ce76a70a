import { Worker } from 'node:worker_threads';
import type { CutThemes, GroupingRequest, WorkerReport } from './grouping-request.ts';

/** A matrix of all pairs of so many texts takes 400 MB. */
export const MAX_TEXTS = 10_000;
/** Heap of the thread without its matrix. At the limit the thread ends, and not the process. */
const HEAP_MB = 512;

export interface GroupingOptions {
  signal?: AbortSignal;
  /** From 0 to 1. */
  onProgress?: (share: number) => void;
}

/**
 * Groups in a thread of its own, so that who asks goes on answering. Rejects with the signal's reason when it is aborted, which ends
 * the thread at once, and with what went wrong in it.
 */
export async function groupInWorker(
  request: GroupingRequest,
  { signal, onProgress }: GroupingOptions = {},
): Promise<CutThemes[]> {
  signal?.throwIfAborted();
  if (request.texts.length > MAX_TEXTS)
    throw new RangeError(
      `${request.texts.length} texts are too many to group at once; ${MAX_TEXTS} is the most. Group fewer, for example those of a shorter time.`,
    );
  const worker = new Worker(new URL('./theme-worker.ts', import.meta.url), {
    workerData: request,
    resourceLimits: { maxOldGenerationSizeMb: HEAP_MB },
  });
  const { promise, resolve, reject } = Promise.withResolvers<CutThemes[]>();
  const abort = () => reject(signal?.reason);
  signal?.addEventListener('abort', abort, { once: true });
  worker.on('message', (report: WorkerReport) => {
    if ('results' in report) resolve(report.results);
    else if (!signal?.aborted) onProgress?.(report.progress);
  });
  worker.on('error', reject);
  worker.on('exit', (code) => reject(new Error(`The thread that groups texts ended with code ${code} before it was done.`)));
  try {
    return await promise;
  } finally {
    signal?.removeEventListener('abort', abort);
    await worker.terminate();
  }
}
