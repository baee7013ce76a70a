import { parseArgs } from 'node:util';
import type { Fault } from '../model/fault/fault.ts';
import { nearestWord } from '../model/text/nearest-word.ts';

/** How people start the hub. */
const START_COMMAND = 'node src/hub/start.mjs';

const USAGE = `${START_COMMAND} runs the hub; ${START_COMMAND} link [--name NAME] makes a sign-in link; ${START_COMMAND} token makes the first enrolment token; ${START_COMMAND} backup FILE writes a backup, and restore FILE reads it into an empty store.`;

export const HELP = `Usage: ${START_COMMAND} [COMMAND]      (or: npm run hub -- [COMMAND])

  (no command)          Run the hub
  link [--name NAME]    Make a link by which one person signs in to the desk, once and within 24 hours
  token                 Make the first enrolment token, for the managed policy
  backup FILE           Write all that the hub stores to a new file; the hub may run meanwhile
  restore FILE          Restore a backup into an empty store
  help                  Print this

It is configured by environment variables, all optional:
  PORT, HOST            Where it listens: 8787, 127.0.0.1
  CAIRN_PUBLIC_URL      The address at which people reach it, as in https://cairn.example.com
  CAIRN_DATA            The folder of its store: .cairn/hub
  DATABASE_URL          A PostgreSQL database in place of the folder
  CAIRN_ENROL_TOKEN     The token that the policy gives to browsers
  CAIRN_PUBLISH_TOKEN   The token with which packs are published
docs/run/admins.md lists all of them. All commands need those of the hub that they are for.`;

/** Whom a sign-in link is for when no name is given. */
export const DEFAULT_FACILITATOR = 'Facilitator';

export type HubCommand =
  | { command: 'run' }
  | { command: 'token' }
  | { command: 'help' }
  | { command: 'link'; name: string }
  | { command: 'backup' | 'restore'; file: string };

const OPTIONS = { name: { type: 'string' }, help: { type: 'boolean', short: 'h' } } as const;

/** The fault of an unknown command line, with the command that was probably meant. */
export function unknownCommand(args: readonly string[]): Fault {
  const written = args.find((arg) => !arg.startsWith('-')) ?? args[0] ?? '';
  const meant = nearestWord(written, ['link', 'token', 'backup', 'restore', 'help']);
  const remedy = meant && meant !== written ? `Did you mean "${meant}"? ${USAGE}` : USAGE;
  return { path: 'command', reason: `"${args.join(' ').slice(0, 80)}" is not known`, remedy };
}

/** Parses the command line; undefined if the command is unknown. */
export function readCommand(args: string[]): HubCommand | undefined {
  try {
    const { positionals, values } = parseArgs({ args, allowPositionals: true, options: OPTIONS });
    const command = positionals.join(' ');
    if (values.help || positionals[0] === 'help') return { command: 'help' };
    if (command === 'link') return { command, name: values.name?.trim().slice(0, 120) || DEFAULT_FACILITATOR };
    if (values.name !== undefined) return undefined;
    const [first, file, ...rest] = positionals;
    if ((first === 'backup' || first === 'restore') && file && rest.length === 0) return { command: first, file };
    if (command === 'token') return { command };
    return command === '' ? { command: 'run' } : undefined;
  } catch {
    return undefined;
  }
}
