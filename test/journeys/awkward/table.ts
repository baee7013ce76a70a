import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../harness/built-extension.ts';

export type Browser = 'Chromium' | 'Firefox';
export type Line = { page: string; does: string; shown: string; group: string };
type Outcome = Partial<Record<Browser, string>>;

const file = join(projectRoot, 'docs/run/awkward-pages.md');
const summaryPage = join(projectRoot, 'docs/run/reliability.md');
const head = `# Awkward pages

What Cairn does on pages where such tools fail. Written by the journeys in \`test/journeys/awkward\`, which press and look in real
browsers with the built extension; they fail if this table is not what they saw. The pages are in \`test/pages/awkward\`. "–": not tried there.

| page | what it does | what Cairn does there | Chromium | Firefox |
|---|---|---|---|---|
`;

/**
 * Puts one browser's outcomes into the table and keeps the other's, and sums them up in docs/run/reliability.md. Gives what both said before and say
 * now; they differ if somebody changed what is shown without running the journeys.
 */
export function writeTable(lines: readonly Line[], browser: Browser, outcomes: ReadonlyMap<string, string>) {
  const before = { table: existsSync(file) ? readFileSync(file, 'utf8') : '', summary: readFileSync(summaryPage, 'utf8') };
  const other: Browser = browser === 'Chromium' ? 'Firefox' : 'Chromium';
  const seen = lines.map((line) => {
    const outcome: Outcome = { [browser]: outcomes.get(line.page) ?? '–', [other]: cellOf(before.table, line.page, other) };
    return { ...line, outcome };
  });
  const rows = seen.map(
    ({ page, does, shown, outcome }) => `| ${page} | ${does} | ${shown} | ${outcome.Chromium} | ${outcome.Firefox} |\n`,
  );
  const now = { table: head + rows.join(''), summary: summedUp(before.summary, seen) };
  if (now.table !== before.table) writeFileSync(file, now.table);
  if (now.summary !== before.summary) writeFileSync(summaryPage, now.summary);
  return { before, now };
}

const marks = ['<!-- awkward pages: written by the journeys -->\n', '<!-- end of awkward pages -->'] as const;

/** The page with a line for each group of pages between the two marks: how many of those tried are as they should be. */
function summedUp(text: string, seen: readonly (Line & { outcome: Outcome })[]): string {
  const [from, to] = [text.indexOf(marks[0]), text.indexOf(marks[1])];
  if (from < 0 || to < from) throw new Error(`docs/run/reliability.md has no markers for the awkward pages: ${marks.join('…')}`);
  const count = (group: readonly { outcome: Outcome }[], browser: Browser) => {
    const tried = group.filter(({ outcome }) => outcome[browser] !== '–');
    return tried.length === 0 ? '–' : `${tried.filter(({ outcome }) => outcome[browser] === 'yes').length} of ${tried.length}`;
  };
  const line = (title: string, group: readonly (typeof seen)[number][]) =>
    `| ${title} | ${group.length} | ${count(group, 'Chromium')} | ${count(group, 'Firefox')} |\n`;
  const groups = [...new Set(seen.map(({ group }) => group))];
  const rows = groups.map((title) =>
    line(
      title,
      seen.filter(({ group }) => group === title),
    ),
  );
  const table = `| pages | tried | Chromium | Firefox |\n|---|---|---|---|\n${rows.join('')}${line('**all**', seen)}`;
  return text.slice(0, from + marks[0].length) + table + text.slice(to);
}

function cellOf(table: string, page: string, browser: Browser): string {
  const cells = table
    .split('\n')
    .find((line) => line.startsWith(`| ${page} |`))
    ?.split(' | ');
  return cells?.[browser === 'Chromium' ? 3 : 4]?.replace(/ \|$/, '') ?? '–';
}
