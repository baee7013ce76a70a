import { parseArgs } from 'node:util';
import { nearestWord } from '../model/text/nearest-word.ts';
import { packCheck } from './check/check-command.ts';
import { type Command, type CommandCall, type ExitCode, type Terminal, UsageError } from './command.ts';
import { diff } from './diff-command.ts';
import { exportGuide } from './export-command.ts';
import { HubRefusal } from './hub/desk-client.ts';
import { packDiscard, packDraft, packDrafts, packSubmit, packWithdraw } from './hub/draft-commands.ts';
import { proposalsDecline, proposalsList, proposalsRead, proposalsReturn, proposalsTake } from './hub/proposal-commands.ts';
import {
  packChangesCommand,
  packOff,
  packOn,
  packReach,
  packRelease,
  packRollBack,
  packStop,
  packVersionsCommand,
} from './hub/release-commands.ts';
import { packApprove, packReturn, packReview } from './hub/review-commands.ts';
import { signIn, signOut } from './hub/sign-in-commands.ts';
import { keysActivate, keysList, keysNew, keysRetire } from './hub/signing-key-commands.ts';
import { importGuide } from './import-command.ts';
import { init } from './init-command.ts';
import { keyNew } from './key-command.ts';
import { packLint, packSign, packVerify } from './pack-commands.ts';
import { policyCheck, policyTemplate } from './policy-commands.ts';
import { printable } from './printable.ts';
import { packPublish } from './publish-command.ts';
import { packTry } from './try/try-command.ts';
import { packWhy } from './why-command.ts';

const commands: readonly Command[] = [
  ...[init, diff, importGuide, exportGuide],
  ...[
    packLint,
    packSign,
    packVerify,
    packPublish,
    packWhy,
    packCheck,
    packTry,
    keyNew,
    policyCheck,
    policyTemplate,
    signIn,
    signOut,
  ],
  ...[packDrafts, packDraft, packSubmit, packWithdraw, packDiscard, packReview, packApprove, packReturn],
  ...[packRelease, packVersionsCommand, packChangesCommand, packReach, packStop, packRollBack, packOff, packOn],
  ...[proposalsList, proposalsRead, proposalsTake, proposalsReturn, proposalsDecline],
  ...[keysList, keysNew, keysActivate, keysRetire],
];

/** Runs `cairn` with its arguments, as in `['pack', 'lint', 'orders.json']`. */
export const run = (args: readonly string[], terminal: Terminal): Promise<ExitCode> =>
  runCommand(args, {
    ...terminal,
    print: (line) => terminal.print(printable(line)),
    printError: (line) => terminal.printError(printable(line)),
  });

async function runCommand(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const [first, ...others] = args;
  if (first === undefined) return printHelp([], terminal, 2);
  if (first === 'help') return printHelp(others, terminal);
  if (args.includes('--help') || args.includes('-h')) return printHelp(leadingWords(args), terminal);
  const command = commands.find(({ usage }) => nameOf(usage) === `${first} ${others[0]}` || nameOf(usage) === first);
  if (!command) return printUnknown(args.slice(0, 2), terminal);
  try {
    return await command.run({ ...readCall(command, args.slice(nameOf(command.usage).split(' ').length)), terminal });
  } catch (thrown) {
    if (thrown instanceof HubRefusal) {
      terminal.printError(thrown.message);
      return 1;
    }
    if (!(thrown instanceof UsageError)) throw thrown;
    terminal.printError(`${thrown.message}\nUsage: cairn ${command.usage}`);
    return 2;
  }
}

/** The words of a command, as in `pack lint` or `sign-out`. */
const nameOf = (usage: string): string => /^[a-z-]+( [a-z][a-z-]*)?/.exec(usage)![0];

function readCall({ usage, options, files: [least, most] }: Command, args: string[]): Omit<CommandCall, 'terminal'> {
  const { values, positionals } = parseOptions(options, args);
  if (positionals.length < least) throw new UsageError(`${argumentsOf(usage)[positionals.length]} is missing.`);
  if (positionals.length > most) throw new UsageError(`The argument "${positionals[most]}" is one too many.`);
  return { files: positionals, options: values };
}

/** What a command takes besides options, as in `pack reach PACK VERSION`. */
const argumentsOf = (usage: string): string[] => usage.replace(/ [[-].*$/s, '').match(/\b[A-Z]+\b/g) ?? [];

function parseOptions(options: Command['options'], args: string[]): { values: CommandCall['options']; positionals: string[] } {
  try {
    const { values, positionals } = parseArgs({ args, options, allowPositionals: true });
    return { values: values as CommandCall['options'], positionals };
  } catch (thrown) {
    throw new UsageError((thrown as Error).message);
  }
}

/** The command words before the first option or file: at most two. */
function leadingWords(args: readonly string[]): string[] {
  const words = new Set(commands.flatMap(({ usage }) => nameOf(usage).split(' ')));
  const end = args.findIndex((arg) => !words.has(arg));
  return args.slice(0, Math.min(end < 0 ? args.length : end, 2));
}

/** Help on all commands, or on those that have every given word in their name: `help sign`, `help pack`, `help pack sign`. */
function printHelp(words: readonly string[], terminal: Terminal, code: ExitCode = 0): ExitCode {
  const matching = commands.filter(({ usage }) => words.every((word) => nameOf(usage).split(' ').includes(word)));
  if (matching.length === 0) return printUnknown(words, terminal);
  terminal.print(helpOn(matching));
  return code;
}

function printUnknown(words: readonly string[], terminal: Terminal): ExitCode {
  const meant = meantCommand(words);
  terminal.printError(
    `There is no command "${words.join(' ')}".${meant ? ` Did you mean "cairn ${meant}"?` : ''}\n\n${helpOn(commands)}`,
  );
  return 2;
}

/** The command that was probably meant: with a typing error, the words the other way round, or one of the two alone. */
function meantCommand(words: readonly string[]): string | undefined {
  const names = commands.map(({ usage }) => nameOf(usage));
  const verbs = names.flatMap((name) => name.split(' ')[1] ?? []);
  const [first = '', second = ''] = words;
  const nearestVerb = nearestWord(first, verbs);
  return (
    nearestWord(`${first} ${second}`, names) ??
    nearestWord(`${second} ${first}`, names) ??
    nearestWord(first, names) ??
    names.find((name) => name.endsWith(` ${nearestVerb}`)) ??
    names.find((name) => name.startsWith(`${first} `) && name.endsWith(` ${nearestWord(second, verbs)}`))
  );
}

const helpOn = (listed: readonly Command[]): string =>
  [
    'Usage: cairn COMMAND',
    '       cairn help [WORD…]',
    '',
    ...listed.flatMap(({ usage, about }) => [`  ${usage}`, `      ${about}`]),
  ].join('\n');
