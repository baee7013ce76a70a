import { Worker } from 'node:worker_threads';
import type { FuzzFailure } from './run-cases.ts';
import type { FuzzChunk } from './worker.ts';

/** A case that runs this long counts as endless; the slowest that are right take some tens of milliseconds. */
const HANG_MS = 60_000;

/** Runs chunks on as many workers, and reports each with its failures when it is done. A worker that hangs is replaced. */
export async function runInWorkers(
  chunks: readonly FuzzChunk[],
  workers: number,
  onDone: (chunk: FuzzChunk, failures: readonly FuzzFailure[]) => void,
): Promise<void> {
  const left = [...chunks];
  const runRest = async () => {
    let runner = startRunner();
    for (let chunk = left.shift(); chunk; chunk = left.shift()) {
      const outcome = await runner.run(chunk);
      onDone(chunk, outcome.failures);
      if (outcome.ok) continue;
      await runner.stop();
      runner = startRunner();
    }
    await runner.stop();
  };
  await Promise.all(Array.from({ length: workers }, runRest));
}

function startRunner() {
  const shared = new SharedArrayBuffer(8);
  const position = new Int32Array(shared);
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { workerData: shared });

  function run(chunk: FuzzChunk): Promise<{ ok: boolean; failures: FuzzFailure[] }> {
    const failed = (why: string) => ({
      ok: false,
      failures: [{ target: chunk.target, index: Atomics.load(position, 0), why }],
    });
    return new Promise((resolve) => {
      let last = -1;
      const watchdog = setInterval(() => {
        const now = Atomics.load(position, 1);
        if (now === last)
          end(failed(`did not end within ${HANG_MS / 1000} s; the cases after it up to ${chunk.to} were not run`));
        last = now;
      }, HANG_MS);
      const end = (outcome: { ok: boolean; failures: FuzzFailure[] }) => {
        clearInterval(watchdog);
        worker.off('message', onMessage).off('error', onError);
        resolve(outcome);
      };
      const onMessage = (failures: FuzzFailure[]) => end({ ok: true, failures });
      const onError = (error: unknown) => end(failed(`ended the worker: ${String(error)}`));
      worker.on('message', onMessage).on('error', onError);
      Atomics.store(position, 0, chunk.from);
      worker.postMessage(chunk);
    });
  }

  return { run, stop: () => worker.terminate() };
}
