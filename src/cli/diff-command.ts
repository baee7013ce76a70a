import { describeChanges } from '../packs/changes/describe-changes.ts';
import type { Command, ExitCode, Terminal } from './command.ts';
import { printChanges } from './hub/review-commands.ts';
import { printFaults } from './print-faults.ts';
import { readPackDocument } from './read-pack-document.ts';

export const diff: Command = {
  usage: 'diff BEFORE AFTER',
  about:
    'Print what differs between two packs, in words. Each is a JSON file, a signed file, or the address of a live pack. 0: the same; 1: they differ; 2: one cannot be read',
  options: {},
  files: [2, 2],
  async run({ files: [before = '', after = ''], terminal }) {
    const documents: unknown[] = [];
    for (const source of [before, after]) {
      const read = await readPackDocument(source);
      if (!read.ok) {
        printFaults(source, read.why, terminal);
        return 2;
      }
      documents.push(read.document);
    }
    return printDifference(documents, terminal);
  },
};

function printDifference([before, after]: readonly unknown[], terminal: Terminal): ExitCode {
  const changes = describeChanges(before, after);
  printChanges(changes, terminal);
  return changes.length === 0 ? 0 : 1;
}
