import type { Fault } from '../model/fault/fault.ts';
import { backUp, restore } from './backup-commands.ts';
import { errorFields } from './log/error-fields.ts';
import type { Log } from './log/log.ts';
import { createJsonLog } from './log/log.ts';
import { HELP, type HubCommand, readCommand, unknownCommand } from './read-command.ts';
import { runHub } from './run-hub.ts';
import { runRequest } from './run-request.ts';
import { readSettings, type Settings } from './settings.ts';
import { startTelemetry } from './telemetry/start-telemetry.ts';
import { noTelemetry, type Telemetry } from './telemetry/telemetry.ts';

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
  let telemetry = noTelemetry;
  const write = (line: string) => void process.stdout.write(line);
  const log = createJsonLog({ write, minLevel: settings.LOG_LEVEL, now, forward: (...line) => telemetry.log(...line) });
  process.once('uncaughtException', (error) => {
    log.error('internal error', errorFields(error));
    process.exit(1);
  });
  if (command.command === 'run')
    telemetry = await startTelemetry(process.env, (reason) => log.warn('telemetry not delivered', { reason }));
  const faults = await runCommand(command, settings, { log, telemetry });
  if (faults.length > 0) printFaults(faults);
}

async function runCommand(
  command: Exclude<HubCommand, { command: 'help' }>,
  settings: Settings,
  { log, telemetry }: { log: Log; telemetry: Telemetry },
): Promise<Fault[]> {
  const deps = { log, now, print: printToStderr };
  switch (command.command) {
    case 'run':
      return runHub(settings, { log, telemetry, now, print: process.stderr.isTTY ? printToStderr : undefined });
    case 'request':
      return runRequest(settings, command.request, deps);
    case 'backup':
      return listOf(await backUp(settings, command.file, deps));
    case 'restore':
      return listOf(await restore(settings, command.file, deps));
  }
}

const listOf = (fault: Fault | undefined): Fault[] => (fault ? [fault] : []);

function printFaults(faults: readonly Fault[]): void {
  for (const { path, reason, remedy } of faults) printToStderr(`${path}: ${reason}. ${remedy}`);
  process.exitCode = 1;
}

await main();
