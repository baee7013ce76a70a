import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../journeys/harness/built-extension.ts';
import { type TableName, tables } from './doc-tables.ts';

const file = join(projectRoot, 'docs/run/real-apps.md');

export interface Line {
  /** What the row is about; the app's title first. */
  key: readonly string[];
  /** Cells by their column; those of other columns stay as they were. */
  cells: Readonly<Record<string, string | number>>;
}

/**
 * Puts an app's lines into a table of docs/run/real-apps.md and keeps the rest. Gives what the document said before and says now: they
 * differ if somebody changed what is shown without running the journeys.
 */
export function tell(name: TableName, app: string, lines: readonly Line[]): { before: string; now: string } {
  const before = existsSync(file) ? readFileSync(file, 'utf8') : '';
  const kept = readTables(before);
  const { columns, keys } = tables[name];
  const rows = lines.map(({ key, cells }) => {
    const old = kept[name].find((row) => key.every((one, at) => row[at] === one)) ?? [];
    return columns.map((column, at) => (at < keys ? key[at]! : String(cells[column] ?? old[at] ?? '–')));
  });
  const others = kept[name].filter(([first]) => first !== app);
  kept[name] = [...others, ...rows].toSorted(byApp);
  const now = write(kept);
  if (now !== before) writeFileSync(file, now);
  return { before, now };
}

/** Apps by name; an app's rows stay in their order. */
const byApp = ([a]: string[], [b]: string[]) => (a! < b! ? -1 : a! > b! ? 1 : 0);

type Kept = Record<TableName, string[][]>;

function readTables(text: string): Kept {
  const names = Object.keys(tables) as TableName[];
  return Object.fromEntries(
    names.map((name) => {
      const from = text.indexOf(`\n## ${tables[name].heading}\n`);
      const to = from < 0 ? from : text.indexOf('\n## ', from + 1);
      const part = from < 0 ? '' : text.slice(from, to < 0 ? undefined : to);
      const rows = part.split('\n').filter((line) => line.startsWith('| '));
      return [name, rows.slice(1).map((line) => line.slice(2, -2).split(' | '))];
    }),
  ) as Kept;
}

function write(kept: Kept): string {
  const parts = (Object.keys(tables) as TableName[]).map((name) => {
    const { heading, about, columns } = tables[name];
    const rows = kept[name].map((row) => `| ${row.join(' | ')} |\n`).join('');
    return `\n## ${heading}\n\n${about}\n\n| ${columns.join(' | ')} |\n|${'---|'.repeat(columns.length)}\n${rows}`;
  });
  return `${head}${parts.join('')}`;
}

const head = `# Real business apps

Cairn on apps that nobody here wrote, installed on one machine with sample data by \`npm run test:apps [NAME…]\`. The tables are written by the
journeys in \`test/apps\`, which press and look in real browsers with the built extension, and which fail if a table is not what they
saw. What is right is said by the app's own ids, names and addresses, never by our locator. The anchors in the packs were recorded by
\`node setup/bootstrap.mjs test/apps/record.ts NAME\`, and nothing in them was changed by hand. "–": not tried there.
`;
