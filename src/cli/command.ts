import type { ParseArgsConfig, ParseArgsOptionsConfig } from 'node:util';

/** Where a command's words go: tests read them, the terminal shows them. */
export interface Terminal {
  print(line: string): void;
  printError(line: string): void;
  /** Today as `2026-11-22`. */
  today: string;
}

/** What a command was called with. */
export interface CommandCall {
  files: string[];
  options: Record<string, string | undefined>;
  terminal: Terminal;
}

/** 0: all is well. 1: what was given is at fault. 2: it was called wrongly, or a file could not be read or written. */
export type ExitCode = 0 | 1 | 2;

export interface Command {
  usage: string;
  about: string;
  options: ParseArgsOptionsConfig & ParseArgsConfig['options'];
  /** How many files it takes at least and at most. */
  files: readonly [least: number, most: number];
  run(called: CommandCall): Promise<ExitCode>;
}

/** Something the caller has to put right: said in a line, exit code 2. */
export class UsageError extends Error {}
