import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { FileDuration } from '../test/run/durations-reporter.ts';
import { runChild } from './child.ts';
import { binPath, projectRoot } from './project-root.ts';
import { addTallies, type TestTally, tallyPart, tallyReport, type VitestReport } from './tally.ts';
import type { Tier } from './test-tiers.ts';

const REPORT = join(projectRoot, '.cairn/test/report.json');
const DURATIONS = join(projectRoot, '.cairn/test/durations.json');

/** Runs tiers in one vitest process, its output shown. A run that ends in any way but well counts at least one failure. */
export async function runTests(
  tiers: readonly Tier[],
  lifetime: AbortSignal,
): Promise<{ tally: TestTally; durations: FileDuration[] }> {
  for (const file of [REPORT, DURATIONS]) rmSync(file, { force: true });
  const reporters = ['default', 'json', './test/run/durations-reporter.ts'].map((name) => `--reporter=${name}`);
  const projects = tiers.flatMap((tier) => ['--project', tier]);
  const code = await runChild(binPath('vitest'), ['run', ...projects, ...reporters, `--outputFile.json=${REPORT}`], {
    cwd: projectRoot,
    env: { ...process.env, CAIRN_TEST_DURATIONS: DURATIONS },
    lifetime,
    output: 'inherit',
  });
  const durations = existsSync(DURATIONS) ? (JSON.parse(readFileSync(DURATIONS, 'utf8')) as FileDuration[]) : [];
  return { tally: readTally(code), durations };
}

function readTally(code: number): TestTally {
  if (!existsSync(REPORT)) return tallyPart('the test run left no report', false);
  const { testResults } = JSON.parse(readFileSync(REPORT, 'utf8')) as VitestReport;
  const tally = tallyReport({ testResults: testResults.map((one) => ({ ...one, name: relative(projectRoot, one.name) })) });
  return code === 0 || tally.failed.length
    ? tally
    : addTallies([tally, tallyPart(`the test run ended with code ${code}`, false)]);
}
