import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const readme = join(import.meta.dirname, '../../README.md');

export interface Endured {
  fault: string;
  /** That the ledger kept meanwhile. */
  entries: number;
  /** Kept, and not in the hub's store. */
  lost: number;
  /** Rows in the hub's store beyond one for each. */
  twice: number;
}

/** The rows in Markdown, as the README shows them. */
export function inMarkdown(rows: readonly Endured[]): string {
  const line = ({ fault, entries, lost, twice }: Endured) =>
    `| ${fault} | ${entries.toLocaleString('en')} | ${lost} | ${twice} |`;
  return ['| fault | entries | lost | counted twice |', '|---|--:|--:|--:|', ...rows.map(line)].join('\n');
}

/**
 * Puts what was seen between the marks of this name in the README. Gives what stood there and what stands there now: they differ if
 * somebody changed one of the two without the other.
 */
export function writeBlock(name: string, text: string): { before: string; now: string } {
  const document = readFileSync(readme, 'utf8');
  const [begin, end] = [new RegExp(`<!-- ${name}: written by [^>]+ -->\n`).exec(document), `<!-- end of ${name} -->`];
  const from = begin ? begin.index + begin[0].length : -1;
  const to = document.indexOf(end);
  if (from < 0 || to < from) throw new Error(`The README has no place named "${name}"`);
  const [before, now] = [document.slice(from, to), `\n${text}\n\n`];
  if (now !== before) writeFileSync(readme, document.slice(0, from) + now + document.slice(to));
  return { before, now };
}
