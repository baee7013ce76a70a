import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import { runChild } from './child.ts';
import { binPath, projectRoot } from './project-root.ts';
import { addTallies, type TestTally, tallyPart, tallyReport, type VitestReport } from './tally.ts';

/** Run a vitest project, its output shown; answers what it came to. A run that ends in any way but well counts at least one failure. */
export async function runTests(project: 'unit' | 'journeys', lifetime: AbortSignal): Promise<TestTally> {
  const file = join(projectRoot, `.cairn/test/${project}.json`);
  rmSync(file, { force: true });
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  const code = await runChild(binPath('vitest'), ['run', '--project', project, ...reporters], {
    cwd: projectRoot,
    lifetime,
    output: 'inherit',
  });
  if (!existsSync(file)) return tallyPart(`${project}: the run left no report`, false);
  const { testResults } = JSON.parse(readFileSync(file, 'utf8')) as VitestReport;
  const tally = tallyReport({ testResults: testResults.map((one) => ({ ...one, name: relative(projectRoot, one.name) })) });
  return code === 0 || tally.failed.length
    ? tally
    : addTallies([tally, tallyPart(`${project}: the run ended with code ${code}`, false)]);
}
