import { startChild } from '../../setup/child.ts';
import { runCommand } from '../../setup/run-command.ts';

// A command as ours are, for the tests: starts a program that starts another, both deaf to SIGTERM if asked, and waits.
await runCommand(async ({ args, lifetime }) => {
  const deaf = args.includes('deaf') ? "process.on('SIGTERM', () => {});" : '';
  const inner = `${deaf} setInterval(() => {}, 1000); console.log('inner ' + process.pid);`;
  const outer = `${deaf} const { spawn } = require('node:child_process');
    spawn(process.execPath, ['-e', ${JSON.stringify(inner)}], { stdio: 'inherit' }); setInterval(() => {}, 1000);`;
  await startChild(process.execPath, ['-e', outer], { lifetime, output: { line: (line) => console.log(line) } });
  await new Promise((_, stopped) => lifetime.addEventListener('abort', () => stopped(lifetime.reason)));
  return 0;
});
