import { askSecret } from './ask-secret.ts';
import { run } from './run.ts';

process.exitCode = await run(process.argv.slice(2), {
  print: (line) => console.log(line),
  printError: (line) => console.error(line),
  env: process.env,
  askSecret,
  today: new Date().toISOString().slice(0, 10),
});
