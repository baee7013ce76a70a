import type { Fault } from '../model/fault/fault.ts';
import { backUp, restore } from './backup-commands.ts';
import { errorFields } from './log/error-fields.ts';
import type { Log } from './log/log.ts';
import { createJsonLog } from './log/log.ts';
import { printSecret } from './print-secret.ts';
import { HELP, type HubCommand, readCommand, unknownCommand } from './read-command.ts';
import { runHub } from './run-hub.ts';
import { readSettings, type Settings } from './settings.ts';

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
  const fault = await runCommand(command, settings, log);
  if (fault) printFaults([fault]);
}

async function runCommand(
  command: Exclude<HubCommand, { command: 'help' }>,
  settings: Settings,
  log: Log,
): Promise<Fault | undefined> {
  const deps = { log, now, print: printToStderr };
  switch (command.command) {
    case 'run':
      return runHub(settings, { log, now, print: process.stderr.isTTY ? printToStderr : undefined });
    case 'link':
      return printSecret(settings, { ask: 'link', name: command.name }, deps);
    case 'token':
      return printSecret(settings, { ask: 'token' }, deps);
    case 'backup':
      return backUp(settings, command.file, deps);
    case 'restore':
      return restore(settings, command.file, deps);
  }
}

function printFaults(faults: readonly Fault[]): void {
  for (const { path, reason, remedy } of faults) printToStderr(`${path}: ${reason}. ${remedy}`);
  process.exitCode = 1;
}

await main();
