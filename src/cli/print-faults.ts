import type { Fault } from '../model/fault/fault.ts';
import { describePackPath } from '../packs/describe-pack-path.ts';
import type { ExitCode, Terminal } from './command.ts';

/** Prints each fault with its path, reason and remedy, and then their number. Warnings alone are not a failure. */
export function printFaults(what: string, faults: readonly Fault[], terminal: Terminal): ExitCode {
  for (const { path, reason, remedy, warning } of faults) {
    terminal.print(`${warning ? 'warning' : 'fault'}  ${path || 'the file'}: ${reason}.`);
    terminal.print(`         ${remedy}`);
  }
  const warnings = faults.filter(({ warning }) => warning).length;
  const wrong = faults.length - warnings;
  terminal.print(`${what}: ${count(wrong, 'fault')}, ${count(warnings, 'warning')}.`);
  return wrong === 0 ? 0 : 1;
}

/** Prints the faults of a pack by the ids of its guides and steps. */
export const printPackFaults = (
  file: string,
  { faults, document }: { faults: readonly Fault[]; document: unknown },
  terminal: Terminal,
): ExitCode =>
  printFaults(
    file,
    faults.map((fault) => ({ ...fault, path: describePackPath(fault.path, document) })),
    terminal,
  );

const count = (number: number, what: string): string => `${number || 'no'} ${what}${number === 1 ? '' : 's'}`;

/** The fault of a file that is not JSON. */
export const notJson = (why: string): Fault => ({ path: '', reason: `is not JSON: ${why}`, remedy: 'Correct it there.' });
