import { parseArgs } from 'node:util';

/** How people start the hub. */
const START_COMMAND = 'node src/hub/start.mjs';

export const USAGE = `${START_COMMAND} runs the hub; ${START_COMMAND} link [--name NAME] makes a sign-in link; ${START_COMMAND} token makes the first enrolment token.`;

/** Whom a sign-in link is for when no name is given. */
export const DEFAULT_FACILITATOR = 'Facilitator';

export type HubCommand = { command: 'run' } | { command: 'link'; name: string } | { command: 'token' };

/** Parses the command line; undefined if the command is unknown. */
export function readCommand(args: string[]): HubCommand | undefined {
  try {
    const { positionals, values } = parseArgs({ args, allowPositionals: true, options: { name: { type: 'string' } } });
    const command = positionals.join(' ');
    if (command === 'link') return { command, name: values.name?.trim().slice(0, 120) || DEFAULT_FACILITATOR };
    if (values.name !== undefined) return undefined;
    if (command === 'token') return { command };
    return command === '' ? { command: 'run' } : undefined;
  } catch {
    return undefined;
  }
}
