import { type Check, checks, holds } from './checks.ts';
import { main } from './main.ts';

await main(async (command) => {
  let failed = 0;
  for (const check of Object.keys(checks) as Check[]) if (!(await holds(check, command))) failed += 1;
  return failed ? 1 : 0;
});
