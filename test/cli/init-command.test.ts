import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readSignIn } from '../../src/cli/check/check-files.ts';
import { run } from '../../src/cli/run.ts';
import { lintDocument } from '../../src/packs/lint-document.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cairn-init-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

async function init(...args: string[]): Promise<{ code: number; printed: string[] }> {
  const printed: string[] = [];
  const print = (line: string) => void printed.push(line);
  const terminal = { print, printError: print, today: '2026-11-30', env: {}, askSecret: async () => undefined };
  return { code: await run(['init', ...args], terminal), printed };
}

test('a folder is made with a pack without faults, its schema, steps of signing in, a README and a workflow', async () => {
  const made = join(folder, 'guides');
  expect((await init(made, '--app', 'orders', '--language', 'de')).code).toBe(0);
  expect((await readdir(made, { recursive: true })).toSorted()).toEqual([
    ...['.github', '.github/workflows', '.github/workflows/check-pack.yml', 'README.md', 'cairn-1.schema.json'],
    ...['orders.json', 'sign-in.json'],
  ]);
  const pack = JSON.parse(await readFile(join(made, 'orders.json'), 'utf8'));
  expect(pack).toMatchObject({ app: 'orders', language: 'de' });
  expect(lintDocument(pack, '2026-11-30')).toEqual([]);
  expect((await readSignIn(join(made, 'sign-in.json'), { APP_USER: 'a', APP_PASSWORD: 'b' })).secrets).toEqual(['a', 'b']);
});

test('the workflow is that of the system that is named, or none', async () => {
  await init(join(folder, 'one'), '--app', 'orders', '--ci', 'gitlab');
  expect(await readdir(join(folder, 'one'))).toContain('.gitlab-ci.yml');
  await init(join(folder, 'two'), '--app', 'orders', '--ci', 'none');
  expect(await readdir(join(folder, 'two'))).toEqual(['README.md', 'cairn-1.schema.json', 'orders.json', 'sign-in.json']);
  expect((await init(join(folder, 'three'), '--app', 'orders', '--ci', 'jenkins')).code).toBe(2);
});

test('a folder that is not empty is left as it is', async () => {
  await writeFile(join(folder, 'orders.json'), 'mine');
  const { code, printed } = await init(folder, '--app', 'orders');
  expect(code).toBe(2);
  expect(printed.join('\n')).toContain('is not empty, and nothing in it was changed');
  expect(await readdir(folder)).toEqual(['orders.json']);
  expect(await readFile(join(folder, 'orders.json'), 'utf8')).toBe('mine');
});

test('an app or a language that no pack could have is refused before anything is made', async () => {
  for (const wrong of [['--app', 'My App'], ['--app', 'orders', '--language', 'German'], []])
    expect((await init(join(folder, 'new'), ...wrong)).code).toBe(2);
  expect(await readdir(folder)).toEqual([]);
});
