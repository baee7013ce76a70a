import type { Fault } from '../model/fault/fault.ts';
import { errorFields } from './log/error-fields.ts';
import { createJsonLog } from './log/log.ts';
import { printSecret } from './print-secret.ts';
import { HELP, readCommand, unknownCommand } from './read-command.ts';
import { runHub } from './run-hub.ts';
import { readSettings } from './settings.ts';

const now = () => new Date();
const printToStderr = (line: string) => void process.stderr.write(`${line}\n`);

/** Standard output holds the log alone; everything for people goes to standard error. */
async function main(): Promise<void> {
  const command = readCommand(process.argv.slice(2));
  if (!command) return printFaults([unknownCommand(process.argv.slice(2))]);
  if (command.command === 'help') return void process.stdout.write(`${HELP}\n`);
  const read = readSettings(process.env);
  if (!read.ok) return printFaults(read.faults);
  const { settings } = read;
  const log = createJsonLog({ write: (line) => void process.stdout.write(line), minLevel: settings.LOG_LEVEL, now });
  process.once('uncaughtException', (error) => {
    log.error('internal error', errorFields(error));
    process.exit(1);
  });
  const print = process.stderr.isTTY ? printToStderr : undefined;
  const fault =
    command.command === 'run'
      ? await runHub(settings, { log, now, print })
      : await printSecret(settings, requestOf(command), { log, now, print: printToStderr });
  if (fault) printFaults([fault]);
}

const requestOf = (command: { command: 'link'; name: string } | { command: 'token' }) =>
  command.command === 'link' ? { ask: command.command, name: command.name } : { ask: command.command };

function printFaults(faults: readonly Fault[]): void {
  for (const { path, reason, remedy } of faults) printToStderr(`${path}: ${reason}. ${remedy}`);
  process.exitCode = 1;
}

await main();
