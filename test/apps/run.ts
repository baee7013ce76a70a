import { buildAll } from '../../setup/build-all.ts';
import { runChild } from '../../setup/child.ts';
import { binPath, projectRoot } from '../../setup/project-root.ts';
import { requirePrograms } from '../../setup/require-programs.ts';
import { type CommandContext, runCommand } from '../../setup/run-command.ts';
import { appNames, journeyOf } from './apps.ts';
import { addressName, openApp } from './open-app.ts';

/** `npm run test:apps [NAME…]`: one app after another is installed if it is missing, started, tried by its journeys, and stopped. */
await runCommand(async (command) => {
  const names = command.args.length > 0 ? command.args : appNames;
  const journeys = await Promise.all(names.map(journeyOf));
  await requirePrograms({ chromium: true, firefox: true }, command);
  await buildAll(['chromium', 'firefox', 'desk'], command);
  let failed = 0;
  for (const journey of journeys) {
    const began = performance.now();
    const app = await openApp(journey, { ...command, log: (line) => command.log(`${journey.name}: ${line}`) });
    const ready = performance.now();
    const code = await tryApp(journey.name, app.url, command);
    await app.stop();
    failed += code === 0 ? 0 : 1;
    const seconds = (from: number, to: number) => `${Math.round((to - from) / 1000)} s`;
    const took = `${seconds(began, ready)} until it ran, ${seconds(ready, performance.now())} of journeys`;
    command.log(`${journey.name}: ${code === 0 ? 'holds' : 'does NOT hold'} (${took})`);
  }
  return failed ? 1 : 0;
});

function tryApp(name: string, url: string, { lifetime }: CommandContext): Promise<number> {
  const env = { ...process.env, [addressName(name)]: url };
  return runChild(binPath('vitest'), ['run', '--project', 'apps'], { cwd: projectRoot, env, lifetime, output: 'inherit' });
}
