import { buildAll } from './build-all.ts';
import { runCheck } from './checks.ts';
import { runChild } from './child.ts';
import { projectRoot } from './project-root.ts';
import { requirePrograms } from './require-programs.ts';
import { runCommand } from './run-command.ts';
import { runTests } from './run-tests.ts';
import { addTallies, type TestTally, tallyPart } from './tally.ts';

await runCommand(async ({ log, lifetime }) => {
  await requirePrograms({ chromium: true, firefox: true, postgres: true }, { log, lifetime });
  const tallies: TestTally[] = [];
  const addPart = (name: string, held: boolean) => tallies.push(tallyPart(name, held));
  addPart('types', await runCheck('types', { log, lifetime }));
  addPart('lint and format', await runCheck('lint and format', { log, lifetime }));
  const built = await buildAll(['chromium', 'firefox', 'desk'], { log, lifetime }).then(() => true, reportBuildFailure(lifetime));
  addPart('build', built);
  log('unit tests, the architecture among them');
  tallies.push(await runTests('unit', lifetime));
  if (built) {
    log('journeys: the built extension in real browsers');
    tallies.push(await runTests('journeys', lifetime));
    log('the demo, once');
    const env = { ...process.env, ORDERS_PORT: '0' };
    const code = await runChild(process.execPath, ['demo/start.ts', '--once'], {
      cwd: projectRoot,
      env,
      lifetime,
      output: 'inherit',
    });
    addPart('the demo', code === 0);
  }
  const { passed, failed } = addTallies(tallies);
  for (const one of failed) console.log(`failed: ${one}`);
  console.log(`${passed} passed, ${failed.length} failed`);
  return failed.length ? 1 : 0;
});

/** A failed build is counted, and the rest still runs; a stopped one stops. */
function reportBuildFailure(lifetime: AbortSignal) {
  return (error: unknown) => {
    lifetime.throwIfAborted();
    console.error(error instanceof Error ? error.message : error);
    return false;
  };
}
