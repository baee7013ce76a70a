import { availableParallelism } from 'node:os';
import type { FuzzTarget } from './fuzz-target.ts';
import type { FuzzFailure } from './run-cases.ts';
import { runInWorkers } from './run-in-workers.ts';
import { fuzzTargets } from './targets.ts';
import type { FuzzChunk } from './worker.ts';

const CHUNK = 10_000;
const DEFAULT_CASES = 1_000_000;
const DEFAULT_SEED = 1;

interface FuzzOptions {
  cases: string | undefined;
  seed: string | undefined;
  only: string | undefined;
}

/** Runs every parser at a boundary on made-up input, and fails if one throws, is wrong, hangs or is much slower than it usually is. */
export async function fuzz({ cases, seed, only }: FuzzOptions): Promise<void> {
  const targets = fuzzTargets.filter(({ name }) => only === undefined || name === only);
  if (targets.length === 0)
    throw new Error(`No target is named "${only}". There are: ${fuzzTargets.map(({ name }) => name).join(', ')}`);
  const given = { cases: wholeNumber('--cases', cases, DEFAULT_CASES), seed: wholeNumber('--seed', seed, DEFAULT_SEED) };
  const chunks = targets.flatMap((target) => chunksOf(target, given));
  const done = new Map<string, number>();
  const failures: FuzzFailure[] = [];
  const from = performance.now();
  await runInWorkers(chunks, availableParallelism(), (chunk, found) => {
    const total = countOf(targets.find(({ name }) => name === chunk.target)!, given.cases);
    const count = (done.get(chunk.target) ?? 0) + chunk.to - chunk.from;
    done.set(chunk.target, count);
    failures.push(...found);
    const seconds = Math.round((performance.now() - from) / 1000);
    console.log(`${seconds} s  ${chunk.target}: ${count.toLocaleString('en')} of ${total.toLocaleString('en')} cases`);
    for (const { target, index, why } of found) console.error(`FAILED ${target} case ${index} (--seed ${given.seed}): ${why}`);
  });
  const all = [...done.values()].reduce((sum, count) => sum + count, 0);
  console.log(`${all.toLocaleString('en')} cases of ${targets.length} parsers, seed ${given.seed}: ${failures.length} failed`);
  if (failures.length > 0) throw new Error('Some cases failed; each can be run again with --only and the same seed.');
}

const countOf = ({ oneOf = 1 }: FuzzTarget, cases: number): number => Math.max(1, Math.floor(cases / oneOf));

function chunksOf(target: FuzzTarget, { cases, seed }: { cases: number; seed: number }): FuzzChunk[] {
  const count = countOf(target, cases);
  return Array.from({ length: Math.ceil(count / CHUNK) }, (_, at) => ({
    target: target.name,
    seed,
    from: at * CHUNK,
    to: Math.min(count, (at + 1) * CHUNK),
  }));
}

function wholeNumber(name: string, text: string | undefined, fallback: number): number {
  if (text === undefined) return fallback;
  if (!/^\d{1,10}$/.test(text)) throw new Error(`${name} must be a whole number.`);
  return Number(text);
}
