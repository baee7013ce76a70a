import { parseArgs } from 'node:util';

export const USAGE = 'node src/hub/main.ts runs the hub; node src/hub/main.ts link [--name NAME] makes a sign-in link.';

/** Whom a link is for, where nobody is named. */
export const DEFAULT_FACILITATOR = 'Facilitator';

export type HubCommand = { command: 'run' } | { command: 'link'; name: string };

/** What the command line asks for; undefined if it is not known. */
export function readCommand(args: string[]): HubCommand | undefined {
  try {
    const { positionals, values } = parseArgs({ args, allowPositionals: true, options: { name: { type: 'string' } } });
    const name = values.name?.trim().slice(0, 120) || DEFAULT_FACILITATOR;
    if (positionals.length === 0 && values.name === undefined) return { command: 'run' };
    return positionals.join(' ') === 'link' ? { command: 'link', name } : undefined;
  } catch {
    return undefined;
  }
}
