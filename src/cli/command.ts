import type { ParseArgsConfig, ParseArgsOptionsConfig } from 'node:util';

/** Where a command prints to. */
export interface Terminal {
  print(line: string): void;
  printError(line: string): void;
  /** Today as `2026-11-22`. */
  today: string;
  env: Readonly<Record<string, string | undefined>>;
  /** Asks for a secret and does not show what is typed; undefined where nobody is there to answer. */
  askSecret(question: string): Promise<string | undefined>;
}

/** The parsed arguments of a command. */
export interface CommandCall {
  files: string[];
  options: Record<string, string | undefined>;
  terminal: Terminal;
}

/** 0: no faults. 1: the input has faults. 2: wrong usage, or a file could not be read or written. */
export type ExitCode = 0 | 1 | 2;

export interface Command {
  usage: string;
  about: string;
  options: ParseArgsOptionsConfig & ParseArgsConfig['options'];
  /** Fewest and most files that it takes. */
  files: readonly [least: number, most: number];
  run(called: CommandCall): Promise<ExitCode>;
}

/** A mistake in the call. It is printed as one line, with exit code 2. */
export class UsageError extends Error {}
