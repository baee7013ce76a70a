import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { project } from '../harness/project.ts';

export type Browser = 'Chromium' | 'Firefox';
export type Line = { page: string; does: string; shown: string };
type Outcome = Partial<Record<Browser, string>>;

const file = join(project, 'docs', 'awkward-pages.md');
const head = `# Awkward pages

What Cairn does on pages where such tools fail. Written by the journeys in \`test/journeys/awkward\`, which press and look in real
browsers with the built extension; they fail if this table is not what they saw. The pages are in \`test/pages/awkward\`. "–": not tried there.

| page | what it does | what Cairn does there | Chromium | Firefox |
|---|---|---|---|---|
`;

/**
 * Puts one browser's outcomes into the table and keeps the other's. Gives what the table said before and says now; they differ
 * if somebody changed what is shown without running the journeys.
 */
export function writeTable(lines: readonly Line[], browser: Browser, outcomes: ReadonlyMap<string, string>) {
  const before = existsSync(file) ? readFileSync(file, 'utf8') : '';
  const other: Browser = browser === 'Chromium' ? 'Firefox' : 'Chromium';
  const rows = lines.map(({ page, does, shown }) => {
    const outcome: Outcome = { [browser]: outcomes.get(page) ?? '–', [other]: cellOf(before, page, other) };
    return `| ${page} | ${does} | ${shown} | ${outcome.Chromium} | ${outcome.Firefox} |\n`;
  });
  const now = head + rows.join('');
  if (now !== before) writeFileSync(file, now);
  return { before, now };
}

function cellOf(table: string, page: string, browser: Browser): string {
  const cells = table
    .split('\n')
    .find((line) => line.startsWith(`| ${page} |`))
    ?.split(' | ');
  return cells?.[browser === 'Chromium' ? 3 : 4]?.replace(/ \|$/, '') ?? '–';
}
