import { CHECKS, type CheckName, runCheck } from './checks.ts';
import { runCommand } from './run-command.ts';

await runCommand(async (command) => {
  let failures = 0;
  for (const check of Object.keys(CHECKS) as CheckName[]) if (!(await runCheck(check, command))) failures += 1;
  return failures ? 1 : 0;
});
