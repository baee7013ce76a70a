import { buildAll } from './build-all.ts';
import { main } from './main.ts';

await main(async (command) => {
  await buildAll(['chromium', 'firefox', 'desk'], command);
  return 0;
});
