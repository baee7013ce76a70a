import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const reliabilityPage = join(import.meta.dirname, '../../docs/run/reliability.md');

export interface Endured {
  fault: string;
  /** That the ledger recorded meanwhile. */
  entries: number;
  /** Kept, and not in the hub's store. */
  lost: number;
  /** Rows in the hub's store beyond one for each. */
  twice: number;
}

/** The rows as a Markdown table. */
export function inMarkdown(rows: readonly Endured[]): string {
  const line = ({ fault, entries, lost, twice }: Endured) =>
    `| ${fault} | ${entries.toLocaleString('en')} | ${lost} | ${twice} |`;
  return ['| fault | entries | lost | counted twice |', '|---|--:|--:|--:|', ...rows.map(line)].join('\n');
}

/**
 * Writes `text` between the markers of this name in docs/run/reliability.md. Returns the block before and after; they differ when the
 * page no longer says what the tests saw.
 */
export function writeBlock(name: string, text: string): { before: string; now: string } {
  const document = readFileSync(reliabilityPage, 'utf8');
  const [begin, end] = [new RegExp(`<!-- ${name}: written by [^>]+ -->\n`).exec(document), `<!-- end of ${name} -->`];
  const from = begin ? begin.index + begin[0].length : -1;
  const to = document.indexOf(end);
  if (from < 0 || to < from) throw new Error(`docs/run/reliability.md has no markers named "${name}"`);
  const [before, now] = [document.slice(from, to), `\n${text}\n\n`];
  if (now !== before) writeFileSync(reliabilityPage, document.slice(0, from) + now + document.slice(to));
  return { before, now };
}
