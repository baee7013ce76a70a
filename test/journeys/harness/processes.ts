import { readdirSync, readFileSync } from 'node:fs';

/** The ids of running processes whose command line holds the words. */
export const processesWith = (words: string): number[] =>
  readdirSync('/proc')
    .map(Number)
    .filter((pid) => Number.isInteger(pid) && commandLine(pid).includes(words));

/** Whether a process runs; one that has ended and waits to be taken note of does not. */
export const runs = (pid: number): boolean => commandLine(pid) !== '';

function commandLine(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8');
  } catch {
    return '';
  }
}
