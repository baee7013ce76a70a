import { parseArgs } from 'node:util';
import { z } from 'zod';
import type { Fault } from '../model/fault/fault.ts';
import { type Role, role } from '../model/hub-api/role.ts';
import { nearestWord } from '../model/text/nearest-word.ts';
import type { CommandRequest } from './folder-requests.ts';

/** How people start the hub. */
const START_COMMAND = 'node src/hub/start.mjs';
const ROLES = role.options.join(', ');

const USAGE = `${START_COMMAND} runs the hub; ${START_COMMAND} link [--name NAME] [--role ROLE] makes a sign-in link (${ROLES}); ${START_COMMAND} sign-ins lists who is signed in; ${START_COMMAND} sign-out ID, or --name NAME, ends that; ${START_COMMAND} token makes the first enrolment token; ${START_COMMAND} backup FILE writes a backup, and restore FILE reads it into an empty store.`;

export const HELP = `Usage: ${START_COMMAND} [COMMAND]      (or: npm run hub -- [COMMAND])

  (no command)          Run the hub
  link [--name NAME] [--role ROLE]
                        Make a link by which one person signs in to the desk, once and within 24 hours. ROLE is viewer, facilitator,
                        author, publisher or admin. Left out, it is admin until an admin has signed in, and facilitator from then on
  sign-ins              List who is signed in, each with its id
  sign-out ID           End a sign-in
  sign-out --name NAME  End all sign-ins of a person
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
  CAIRN_PROVIDERS_FILE  A file with the identity providers at which people sign in to the desk
docs/run/admins.md lists all of them. Every command but "help" needs those of the hub that it is for.`;

export type HubCommand =
  | { command: 'run' }
  | { command: 'help' }
  | { command: 'request'; request: CommandRequest }
  | { command: 'backup' | 'restore'; file: string };

const OPTIONS = { name: { type: 'string' }, role: { type: 'string' }, help: { type: 'boolean', short: 'h' } } as const;

/** The fault of an unknown command line, with the command that was probably meant. */
export function unknownCommand(args: readonly string[]): Fault {
  const written = args.find((arg) => !arg.startsWith('-')) ?? args[0] ?? '';
  const meant = nearestWord(written, ['link', 'sign-ins', 'sign-out', 'token', 'backup', 'restore', 'help']);
  const remedy = meant && meant !== written ? `Did you mean "${meant}"? ${USAGE}` : USAGE;
  return { path: 'command', reason: `"${args.join(' ').slice(0, 80)}" is not known`, remedy };
}

/** Parses the command line; undefined if the command is unknown. */
export function readCommand(args: string[]): HubCommand | undefined {
  try {
    const { positionals, values } = parseArgs({ args, allowPositionals: true, options: OPTIONS });
    if (values.help || positionals[0] === 'help') return { command: 'help' };
    if (positionals.length === 0 && values.name === undefined && values.role === undefined) return { command: 'run' };
    const isPlain = values.name === undefined && values.role === undefined;
    const [first, file, ...rest] = positionals;
    if ((first === 'backup' || first === 'restore') && isPlain)
      return file && rest.length === 0 ? { command: first, file } : undefined;
    const request = readRequest(positionals, values);
    return request && { command: 'request', request };
  } catch {
    return undefined;
  }
}

interface RequestOptions {
  name?: string | undefined;
  role?: string | undefined;
}

function readRequest([word, id, ...more]: string[], { name: writtenName, role: writtenRole }: RequestOptions) {
  const name = writtenName?.trim().slice(0, 120) || undefined;
  const parsedRole = role.optional().safeParse(writtenRole);
  if (more.length > 0 || !parsedRole.success) return undefined;
  return buildRequest({ word, id, role: parsedRole.data, name, hasName: writtenName !== undefined });
}

interface RequestParts {
  word: string | undefined;
  id: string | undefined;
  name: string | undefined;
  role: Role | undefined;
  hasName: boolean;
}

function buildRequest({ word, id, name, role: wanted, hasName }: RequestParts): CommandRequest | undefined {
  if (word === 'link' && id === undefined) return { ask: word, ...(name && { name }), ...(wanted && { role: wanted }) };
  if (wanted !== undefined) return undefined;
  if (word === 'sign-out' && id === undefined && name !== undefined) return { ask: word, name };
  if (word === 'sign-out' && z.uuid().safeParse(id).success && !hasName) return { ask: word, id };
  if (hasName || id !== undefined) return undefined;
  return word === 'token' || word === 'sign-ins' ? { ask: word } : undefined;
}
