import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { groupTexts } from '../../../src/themes/group-texts.ts';
import { groupByBaseline } from './baseline.ts';
import { type Agreement, compareGroupings } from './metrics.ts';
import { parseLabelledTexts } from './parse-labelled-texts.ts';

interface ThemesOptions {
  data: string | undefined;
  json: string | undefined;
  only: string | undefined;
}

interface Row extends Agreement {
  file: string;
  n: number;
  themes: number;
  ms: number;
}

const MEASURES = ['ami', 'ari', 'b3p', 'b3r', 'b3f'] as const;

/** Themes against labels that people gave, and the baseline on the same texts. The labels are for judging alone. */
export async function benchThemes({ data, json, only }: ThemesOptions): Promise<void> {
  if (!data) throw new Error('--data FOLDER is missing: a folder of .tsv files with a label, a tab and a text on each line.');
  const files = readdirSync(data).filter((file) => file.endsWith('.tsv') && (!only || file.includes(only)));
  if (files.length === 0) throw new Error(`There is no .tsv file in ${data}${only ? ` with "${only}" in its name` : ''}.`);
  const rows: Row[] = [];
  const baseline: Row[] = [];
  console.log(heading());
  for (const file of files.sort()) {
    const texts = parseLabelledTexts(readFileSync(join(data, file), 'utf8'), file);
    baseline.push(measure(file, texts, (bodies) => [...groupByBaseline(bodies)]));
    rows.push(measure(file, texts, themeOfEach));
    console.log(line('baseline', baseline.at(-1)!));
    console.log(line('themes', rows.at(-1)!));
  }
  console.log(line('baseline', meanOf(baseline)));
  console.log(line('themes', meanOf(rows)));
  console.log(`Most memory held: ${Math.round(process.resourceUsage().maxRSS / 1024)} MB.`);
  if (json) writeFileSync(json, JSON.stringify({ rows, baseline }, null, 2));
}

function themeOfEach(bodies: readonly string[]): number[] {
  const themes = groupTexts({ texts: bodies.map((text, index) => ({ id: String(index), text })) });
  const labels = new Array<number>(bodies.length);
  themes.forEach(({ members }, theme) => {
    for (const member of members) labels[Number(member)] = theme;
  });
  return labels;
}

function measure(
  file: string,
  texts: readonly { label: string; text: string }[],
  group: (bodies: readonly string[]) => number[],
): Row {
  const from = performance.now();
  const found = group(texts.map(({ text }) => text));
  const ms = Math.round(performance.now() - from);
  const agreement = compareGroupings(
    texts.map(({ label }) => label),
    found,
  );
  return { file, n: texts.length, themes: new Set(found).size, ...agreement, ms };
}

function meanOf(rows: readonly Row[]): Row {
  const mean = (key: Exclude<keyof Row, 'file'>) => rows.reduce((sum, row) => sum + row[key], 0) / rows.length;
  const [ami, ari, b3p, b3r, b3f] = MEASURES.map(mean) as [number, number, number, number, number];
  const file = `mean of ${rows.length}`;
  return {
    file,
    n: Math.round(mean('n')),
    themes: Math.round(mean('themes')),
    ami,
    ari,
    b3p,
    b3r,
    b3f,
    ms: Math.round(mean('ms')),
  };
}

function heading(): string {
  const columns = MEASURES.map((measure) => measure.toUpperCase().padStart(5)).join(' | ');
  return `| ${'file'.padEnd(24)} | method   |     n | themes | ${columns} |      ms |`;
}

function line(method: string, row: Row): string {
  const columns = MEASURES.map((measure) => row[measure].toFixed(3)).join(' | ');
  const counts = `${String(row.n).padStart(5)} | ${String(row.themes).padStart(6)}`;
  return `| ${row.file.padEnd(24)} | ${method.padEnd(8)} | ${counts} | ${columns} | ${String(row.ms).padStart(7)} |`;
}
