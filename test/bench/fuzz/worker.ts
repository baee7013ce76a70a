import { parentPort, workerData } from 'node:worker_threads';
import { type FuzzCases, runCases } from './run-cases.ts';
import { fuzzTargets } from './targets.ts';

/** Some cases of one target, for a worker. */
export interface FuzzChunk extends FuzzCases {
  target: string;
}

/** Where the worker tells which case it runs, and that it has begun another, for the watchdog. */
const position = new Int32Array(workerData as SharedArrayBuffer);

parentPort?.on('message', (chunk: FuzzChunk) => {
  const one = fuzzTargets.find(({ name }) => name === chunk.target);
  if (!one) throw new Error(`No target is named ${chunk.target}`);
  const report = (index: number) => {
    Atomics.store(position, 0, index);
    Atomics.add(position, 1, 1);
  };
  runCases(one, chunk, report).then((failures) => parentPort?.postMessage(failures));
});
