import { buildAll } from './build-all.ts';
import { runCommand } from './run-command.ts';

await runCommand(async (command) => {
  await buildAll(['chromium', 'firefox', 'desk'], command);
  return 0;
});
