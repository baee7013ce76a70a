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
  const part = (held: boolean) => tallies.push(tallyPart(held));
  part(await holds('types', { say, lifetime }));
  part(await holds('lint and format', { say, lifetime }));
  const built = await buildAll(['chromium', 'firefox', 'desk'], { say, lifetime }).then(() => true, told(lifetime));
  part(built);
  say('unit tests, the architecture among them');
  tallies.push(await runTests('unit', lifetime));
  if (built) {
    say('journeys: the built extension in real browsers');
    tallies.push(await runTests('journeys', lifetime));
    say('the demo, once');
    const env = { ...process.env, ORDERS_PORT: '0' };
    part((await runChild(process.execPath, ['demo/start.ts', '--once'], { cwd: root, env, lifetime, output: 'inherit' })) === 0);
  }
  const { passed, failed } = sum(tallies);
  console.log(`${passed} passed, ${failed} failed`);
  return failed ? 1 : 0;
});

/** A failed build is counted, and the rest still runs; a stopped one stops. */
function told(lifetime: AbortSignal) {
  return (error: unknown) => {
    lifetime.throwIfAborted();
    console.error(error instanceof Error ? error.message : error);
    return false;
  };
}
