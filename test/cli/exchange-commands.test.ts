import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { run } from '../../src/cli/run.ts';
import { aPack } from '../packs/a-pack.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cairn-exchange-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const within = (name: string) => join(folder, name);

async function file(name: string, content: unknown): Promise<string> {
  await writeFile(within(name), typeof content === 'string' ? content : JSON.stringify(content));
  return within(name);
}

async function cairn(...args: string[]): Promise<{ code: number; printed: string; errors: string[] }> {
  const [printed, errors]: [string[], string[]] = [[], []];
  const code = await run(args, {
    print: (line) => void printed.push(line),
    printError: (line) => void errors.push(line),
    ...{ today: '2026-11-30', env: {}, askSecret: async () => undefined },
  });
  return { code, printed: printed.join('\n'), errors };
}

/** As Chrome's Recorder panel exports it. */
const recording = {
  title: 'Place an order',
  steps: [
    { type: 'setViewport', width: 1200, height: 800, deviceScaleFactor: 1, isMobile: false, hasTouch: false, isLandscape: false },
    { type: 'navigate', url: 'https://orders.example/orders' },
    { type: 'click', target: 'main', selectors: [['aria/New order[role="button"]']], offsetX: 1, offsetY: 1 },
    { type: 'change', target: 'main', value: 'Jane Roe Ltd', selectors: [['aria/Supplier[role="textbox"]']] },
  ],
};

test('a recording is printed as a walkthrough, without what was entered, and what is not taken over is listed', async () => {
  const { code, printed, errors } = await cairn('import', await file('recording.json', recording), '--id', 'place-an-order');
  expect(code).toBe(0);
  const guide = JSON.parse(printed);
  expect(guide).toMatchObject({ kind: 'walkthrough', id: 'place-an-order', title: 'Place an order' });
  expect(guide.steps.map((step: { anchor: object }) => step.anchor)).toEqual([
    { role: 'button', name: 'New order' },
    { role: 'textbox', name: 'Supplier' },
  ]);
  expect(printed + errors.join('\n')).not.toContain('Jane Roe');
  expect(errors.join('\n')).toContain('setViewport');
});

test('a recording is added to a pack in a new file; the pack stays as it is', async () => {
  const [source, pack] = [await file('recording.json', recording), await file('pack.json', { ...aPack, language: 'en' })];
  const before = await readFile(pack, 'utf8');
  const { code, printed } = await cairn('import', source, '--pack', pack, '--out', within('new.json'), '--id', 'recorded');
  expect(code).toBe(0);
  expect(printed).toContain('with the walkthrough "recorded", 2 steps');
  const written = JSON.parse(await readFile(within('new.json'), 'utf8'));
  expect(written.guides.map(({ id }: { id: string }) => id)).toEqual([...aPack.guides.map(({ id }) => id), 'recorded']);
  expect(await readFile(pack, 'utf8')).toBe(before);
});

test('nothing is written over a file, into a pack that has the id, or from what is no recording', async () => {
  const [source, pack] = [await file('recording.json', recording), await file('pack.json', aPack)];
  expect((await cairn('import', source, '--pack', pack, '--out', pack)).code).toBe(2);
  const taken = await cairn('import', source, '--pack', pack, '--out', within('new.json'), '--id', aPack.guides[0]!.id);
  expect(taken.code).toBe(1);
  expect(taken.printed).toContain('is used twice');
  for (const wrong of ['{"title": ', {}, { title: 'X', steps: [] }, { title: 'X', steps: [{ type: 'teleport' }] }]) {
    const refused = await cairn('import', await file('wrong.json', wrong), '--pack', pack, '--out', within('new.json'));
    expect(refused.code).toBe(1);
    expect(refused.printed).toMatch(/^fault {2}.+\n {9}\S/);
  }
  await expect(readFile(within('new.json'))).rejects.toThrow('ENOENT');
  expect(await readFile(pack, 'utf8')).toBe(JSON.stringify(aPack));
  expect((await cairn('import', source, '--pack', pack)).code).toBe(2);
});

test('a walkthrough that is exported as a recording and imported again is the same', async () => {
  const guide = aPack.guides.find(({ kind }) => kind === 'walkthrough')!;
  const pack = await file('pack.json', aPack);
  const out = within('recording.json');
  const args = ['export', pack, guide.id, '--as', 'recording', '--app', 'https://orders.example/'];
  expect((await cairn(...args, '--out', out)).code).toBe(0);
  const again = JSON.parse((await cairn('import', out)).printed);
  expect(again).toMatchObject(JSON.parse(JSON.stringify(guide)));
  expect((await cairn(...args, '--out', out)).code).toBe(2);
  expect(JSON.parse((await cairn(...args)).printed)).toEqual(JSON.parse(await readFile(out, 'utf8')));
});

test('a walkthrough is written as a test for Playwright and as a handout, in the language that is asked for', async () => {
  const pack = await file('pack.json', aPack);
  const args = ['export', pack, 'new-order', '--app', 'https://orders.example/', '--language', 'de'];
  const spec = await cairn(...args, '--as', 'playwright');
  expect(spec.code).toBe(0);
  expect(spec.printed).toContain("from '@playwright/test'");
  expect((await cairn(...args, '--as', 'handout', '--out', within('handout.html'))).code).toBe(0);
  expect(await readFile(within('handout.html'), 'utf8')).toMatch(/^<!doctype html>\n<html lang="de"/);
});

test.each([
  ['de', 'So macht es Ada \\(Sales\\)|Ada.*Sales'],
  ['de-AT', 'Ada.*Sales'],
  ['xx', 'How Ada \\(Sales\\) does it'],
  ['../../en', 'How Ada \\(Sales\\) does it'],
])('a handout in %s says whose way of working it is', async (language, sentence) => {
  const guides = aPack.guides.map((guide) => ({ ...guide, credit: { name: 'Ada', department: 'Sales' } }));
  const pack = await file('pack.json', { ...aPack, guides });
  const args = ['export', pack, 'new-order', '--app', 'https://orders.example/', '--language', language];
  const { code, printed } = await cairn(...args, '--as', 'handout');
  expect(code).toBe(0);
  expect(printed).toMatch(new RegExp(`<p class="credit" dir="auto">[^<]*(${sentence})`));
  if (language === 'de') expect(printed).not.toContain('does it');
});

test('a handout of a guide without credit has none', async () => {
  const args = ['export', await file('pack.json', aPack), 'new-order', '--app', 'https://orders.example/', '--as', 'handout'];
  expect((await cairn(...args)).printed).not.toContain('class="credit"');
});

test('a guide that is no walkthrough, and a format that is not there, are refused', async () => {
  const pack = await file('pack.json', aPack);
  const app = ['--app', 'https://orders.example/'];
  expect((await cairn('export', pack, 'search', '--as', 'recording', ...app)).errors[0]).toContain('has no walkthrough "search"');
  expect((await cairn('export', pack, 'new-order', '--as', 'video', ...app)).errors[0]).toContain(
    '--as takes recording, playwright, handout',
  );
});
