import { buildAll, builtFolder } from './build-all.ts';
import { hashFolder } from './hash-folder.ts';
import { runCommand } from './run-command.ts';

await runCommand(async (command) => {
  const builds = ['chromium', 'firefox', 'desk'] as const;
  await buildAll(builds, command);
  for (const build of builds) command.log(`${build}: SHA-256 of all files ${hashFolder(builtFolder(build))}`);
  return 0;
});
