import { parseArgs } from 'node:util';
import { type Called, type Command, type ExitCode, type Terminal, WrongCall } from './command.ts';
import { keyNew } from './key-command.ts';
import { packLint, packSign, packVerify } from './pack-commands.ts';
import { policyCheck, policyTemplate } from './policy-commands.ts';
import { packWhy } from './why-command.ts';

const commands: readonly Command[] = [packLint, packSign, packVerify, packWhy, keyNew, policyCheck, policyTemplate];

/** Runs `cairn` with its arguments, as in `['pack', 'lint', 'orders.json']`. */
export async function run(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  if (args.length === 0 || args.includes('--help') || args.includes('-h')) {
    terminal.say(help());
    return args.length === 0 ? 2 : 0;
  }
  const command = commands.find(({ usage }) => usage.startsWith(`${args[0]} ${args[1]} `) || usage === `${args[0]} ${args[1]}`);
  if (!command) {
    terminal.complain(`"${args.slice(0, 2).join(' ')}" is no command.\n\n${help()}`);
    return 2;
  }
  try {
    return await command.run({ ...called(command, args.slice(2)), terminal });
  } catch (thrown) {
    if (!(thrown instanceof WrongCall)) throw thrown;
    terminal.complain(`${thrown.message}\nUsage: cairn ${command.usage}`);
    return 2;
  }
}

function called({ options, files: [least, most] }: Command, args: string[]): Omit<Called, 'terminal'> {
  const { values, positionals } = parsed(options, args);
  if (positionals.length < least) throw new WrongCall('A file is missing.');
  if (positionals.length > most) throw new WrongCall(`"${positionals[most]}" is too much.`);
  return { files: positionals, options: values };
}

function parsed(options: Command['options'], args: string[]): { values: Called['options']; positionals: string[] } {
  try {
    const { values, positionals } = parseArgs({ args, options, allowPositionals: true });
    return { values: values as Called['options'], positionals };
  } catch (thrown) {
    throw new WrongCall((thrown as Error).message);
  }
}

const help = (): string =>
  ['Usage: cairn COMMAND', '', ...commands.flatMap(({ usage, about }) => [`  ${usage}`, `      ${about}`])].join('\n');
