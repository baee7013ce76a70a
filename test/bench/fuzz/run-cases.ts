import { type FuzzTarget, type OpenFuzzTarget, sizeOf } from './fuzz-target.ts';
import { caseSeed, createRandom } from './random.ts';

export interface FuzzCases {
  seed: number;
  from: number;
  to: number;
}

export interface FuzzFailure {
  target: string;
  index: number;
  why: string;
}

/** A case counts as slow if it takes this long, and so many times as long as others of the target take for so much input. */
const SLOW_MS = 25;
const SLOW_RATIO = 50;
/** Inputs smaller than this say little about the cost of a character. */
const MIN_SIZE = 200;
const MAX_FAILURES = 20;

/**
 * Runs the cases of a target, and returns those on which its parser throws, reports a wrong result or is much slower than its other
 * cases: a parser whose time grows faster than its input.
 *
 * @param onCase is told of each case before it runs, so that a case that never ends is known
 */
export async function runCases(
  { name, open }: Pick<FuzzTarget, 'name' | 'open'>,
  { seed, from, to }: FuzzCases,
  onCase: (index: number) => void = () => undefined,
): Promise<FuzzFailure[]> {
  const opened = await open();
  const failures: FuzzFailure[] = [];
  const costs: { index: number; size: number; ms: number }[] = [];
  for (let index = from; index < to && failures.length < MAX_FAILURES; index++) {
    onCase(index);
    const { why, ms, size } = await runCase(opened, caseSeed(seed, name, index));
    if (why) failures.push({ target: name, index, why });
    costs.push({ index, size, ms });
  }
  const usual = median(costs.filter(({ size }) => size >= MIN_SIZE).map(({ size, ms }) => ms / size));
  for (const { index, size, ms } of costs) {
    const isSlow = (took: number) => took > SLOW_MS && took > SLOW_RATIO * usual * Math.max(size, MIN_SIZE);
    if (!isSlow(ms)) continue;
    onCase(index);
    const again = await fastestOf(5, opened, caseSeed(seed, name, index));
    const ratio = Math.round(again / (usual * Math.max(size, MIN_SIZE)));
    if (isSlow(again))
      failures.push({ target: name, index, why: `took ${again.toFixed(0)} ms for ${size} characters, ${ratio} times the usual` });
  }
  await opened.close?.();
  return failures;
}

async function runCase({ make, run }: OpenFuzzTarget, seed: number): Promise<{ why?: string; ms: number; size: number }> {
  const input = make(createRandom(seed));
  const size = sizeOf(input);
  const from = performance.now();
  try {
    const wrong = await run(input as never);
    const ms = performance.now() - from;
    return typeof wrong === 'string' ? { why: wrong, ms, size } : { ms, size };
  } catch (error) {
    return { why: error instanceof Error ? (error.stack ?? error.message).slice(0, 600) : String(error), ms: 0, size };
  }
}

/** In milliseconds of this thread alone: a machine that does other things besides makes no case slow. */
async function fastestOf(times: number, opened: OpenFuzzTarget, seed: number): Promise<number> {
  let fastest = Number.POSITIVE_INFINITY;
  for (let time = 0; time < times; time++) {
    const input = opened.make(createRandom(seed));
    const before = process.threadCpuUsage();
    await (async () => opened.run(input as never))().catch(() => undefined);
    const { user, system } = process.threadCpuUsage(before);
    fastest = Math.min(fastest, (user + system) / 1000);
  }
  return fastest;
}

function median(values: number[]): number {
  return values.sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.POSITIVE_INFINITY;
}
