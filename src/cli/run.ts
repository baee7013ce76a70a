import { parseArgs } from 'node:util';
import { type Command, type CommandCall, type ExitCode, type Terminal, UsageError } from './command.ts';
import { keyNew } from './key-command.ts';
import { packLint, packSign, packVerify } from './pack-commands.ts';
import { policyCheck, policyTemplate } from './policy-commands.ts';
import { packWhy } from './why-command.ts';

const commands: readonly Command[] = [packLint, packSign, packVerify, packWhy, keyNew, policyCheck, policyTemplate];

/** Runs `cairn` with its arguments, as in `['pack', 'lint', 'orders.json']`. */
export async function run(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  if (args.length === 0 || args.includes('--help') || args.includes('-h')) {
    terminal.print(help());
    return args.length === 0 ? 2 : 0;
  }
  const command = commands.find(({ usage }) => usage.startsWith(`${args[0]} ${args[1]} `) || usage === `${args[0]} ${args[1]}`);
  if (!command) {
    terminal.printError(`"${args.slice(0, 2).join(' ')}" is no command.\n\n${help()}`);
    return 2;
  }
  try {
    return await command.run({ ...readCall(command, args.slice(2)), terminal });
  } catch (thrown) {
    if (!(thrown instanceof UsageError)) throw thrown;
    terminal.printError(`${thrown.message}\nUsage: cairn ${command.usage}`);
    return 2;
  }
}

function readCall({ options, files: [least, most] }: Command, args: string[]): Omit<CommandCall, 'terminal'> {
  const { values, positionals } = parseOptions(options, args);
  if (positionals.length < least) throw new UsageError('A file is missing.');
  if (positionals.length > most) throw new UsageError(`"${positionals[most]}" is too much.`);
  return { files: positionals, options: values };
}

function parseOptions(options: Command['options'], args: string[]): { values: CommandCall['options']; positionals: string[] } {
  try {
    const { values, positionals } = parseArgs({ args, options, allowPositionals: true });
    return { values: values as CommandCall['options'], positionals };
  } catch (thrown) {
    throw new UsageError((thrown as Error).message);
  }
}

const help = (): string =>
  ['Usage: cairn COMMAND', '', ...commands.flatMap(({ usage, about }) => [`  ${usage}`, `      ${about}`])].join('\n');
