import { buildAll } from './build-all.ts';
import { holds } from './checks.ts';
import { runChild } from './child.ts';
import { main } from './main.ts';
import { need } from './need.ts';
import { root } from './root.ts';
import { runTests } from './run-tests.ts';
import { sum, type Tally, tallyPart } from './tally.ts';

await main(async ({ say, lifetime }) => {
  await need({ chromium: true, firefox: true, postgres: true }, { say, lifetime });
  const tallies: Tally[] = [];
  const part = (name: string, held: boolean) => tallies.push(tallyPart(name, held));
  part('types', await holds('types', { say, lifetime }));
  part('lint and format', await holds('lint and format', { say, lifetime }));
  const built = await buildAll(['chromium', 'firefox', 'desk'], { say, lifetime }).then(() => true, told(lifetime));
  part('build', built);
  say('unit tests, the architecture among them');
  tallies.push(await runTests('unit', lifetime));
  if (built) {
    say('journeys: the built extension in real browsers');
    tallies.push(await runTests('journeys', lifetime));
    say('the demo, once');
    const env = { ...process.env, ORDERS_PORT: '0' };
    const code = await runChild(process.execPath, ['demo/start.ts', '--once'], { cwd: root, env, lifetime, output: 'inherit' });
    part('the demo', code === 0);
  }
  const { passed, failed } = sum(tallies);
  for (const one of failed) console.log(`failed: ${one}`);
  console.log(`${passed} passed, ${failed.length} failed`);
  return failed.length ? 1 : 0;
});

/** A failed build is counted, and the rest still runs; a stopped one stops. */
function told(lifetime: AbortSignal) {
  return (error: unknown) => {
    lifetime.throwIfAborted();
    console.error(error instanceof Error ? error.message : error);
    return false;
  };
}
