import type { FileDuration } from '../test/run/durations-reporter.ts';

const LISTED = 10;

/** The slowest files of a run as lines, the slowest first. */
export function slowestFiles(durations: readonly FileDuration[]): string[] {
  const slowest = [...durations].sort((one, other) => other.ms - one.ms).slice(0, LISTED);
  return slowest.map(({ file, ms }) => `${(ms / 1000).toFixed(1).padStart(7)} s  ${file}`);
}
