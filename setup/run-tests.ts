import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import { runChild } from './child.ts';
import { installed, root } from './root.ts';
import { type Report, sum, type Tally, tallyPart, tallyReport } from './tally.ts';

/** Run a vitest project, its output shown; answers what it came to. A run that ends in any way but well counts at least one failure. */
export async function runTests(project: 'unit' | 'journeys', lifetime: AbortSignal): Promise<Tally> {
  const file = join(root, `.cairn/test/${project}.json`);
  rmSync(file, { force: true });
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  const code = await runChild(installed('vitest'), ['run', '--project', project, ...reporters], {
    cwd: root,
    lifetime,
    output: 'inherit',
  });
  if (!existsSync(file)) return tallyPart(`${project}: the run left no report`, false);
  const { testResults } = JSON.parse(readFileSync(file, 'utf8')) as Report;
  const tally = tallyReport({ testResults: testResults.map((one) => ({ ...one, name: relative(root, one.name) })) });
  return code === 0 || tally.failed.length
    ? tally
    : sum([tally, tallyPart(`${project}: the run ended with code ${code}`, false)]);
}
