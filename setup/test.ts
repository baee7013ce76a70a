import { buildAll } from './build-all.ts';
import { CHECKS, type CheckName, runCheck } from './checks.ts';
import { runChild } from './child.ts';
import { projectRoot } from './project-root.ts';
import { requirePrograms } from './require-programs.ts';
import { type CommandContext, runCommand } from './run-command.ts';
import { runTests } from './run-tests.ts';
import { slowestFiles } from './slowest-files.ts';
import { addTallies, type TestTally, tallyPart } from './tally.ts';
import { readTiers, requirementsOf, type Tier } from './test-tiers.ts';

/**
 * `npm test`: the checks, every tier of tests and the demo. `npm run test:unit` and the like name tiers and run those alone.
 * The last line counts all of it: `N passed, N failed`.
 */
await runCommand(async (command) => {
  const read = readTiers(command.args);
  if (!read.ok) throw new Error(read.why);
  const isWholeSuite = command.args.length === 0;
  const { programs, builds } = requirementsOf(read.tiers);
  await requirePrograms(programs, command);
  const tallies: TestTally[] = [];
  if (isWholeSuite) tallies.push(...(await tallyChecks(command)));
  const built = await buildAll(builds, command).then(() => true, reportBuildFailure(command.lifetime));
  if (builds.length) tallies.push(tallyPart('build', built));
  const { tally, durations } = await runTests(built ? read.tiers : withoutBuild(read.tiers), command.lifetime);
  tallies.push(tally);
  if (isWholeSuite && built) tallies.push(await playDemo(command));
  printEnd(addTallies(tallies), slowestFiles(durations));
  return addTallies(tallies).failed.length ? 1 : 0;
});

/** The architecture check is one of the unit tests and is not run twice. */
async function tallyChecks(command: CommandContext): Promise<TestTally[]> {
  const tallies: TestTally[] = [];
  for (const check of (Object.keys(CHECKS) as CheckName[]).filter((name) => name !== 'architecture'))
    tallies.push(tallyPart(check, await runCheck(check, command)));
  return tallies;
}

const withoutBuild = (tiers: readonly Tier[]) => tiers.filter((tier) => requirementsOf([tier]).builds.length === 0);

async function playDemo({ log, lifetime }: CommandContext): Promise<TestTally> {
  log('the demo, once');
  const env = { ...process.env, ORDERS_PORT: '0' };
  const args = ['demo/start.ts', '--once'];
  const code = await runChild(process.execPath, args, { cwd: projectRoot, env, lifetime, output: 'inherit' });
  return tallyPart('the demo', code === 0);
}

function printEnd({ passed, failed }: TestTally, slowest: readonly string[]): void {
  console.log(`slowest files:\n${slowest.join('\n')}`);
  for (const one of failed) console.log(`failed: ${one}`);
  console.log(`${passed} passed, ${failed.length} failed`);
}

/** A failed build is counted, and the tests that need none still run; a stopped one stops. */
function reportBuildFailure(lifetime: AbortSignal) {
  return (error: unknown) => {
    lifetime.throwIfAborted();
    console.error(error instanceof Error ? error.message : error);
    return false;
  };
}
