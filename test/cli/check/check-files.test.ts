import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readGiven, readSignIn } from '../../../src/cli/check/check-files.ts';
import { createRedactor, mapTexts } from '../../../src/cli/check/redact.ts';
import { run } from '../../../src/cli/run.ts';
import { aPack } from '../../packs/a-pack.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cairn-check-files-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function file(content: unknown): Promise<string> {
  const path = join(folder, 'file.json');
  await writeFile(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
}

test('the examples in the guide are read, with the values of their variables', async () => {
  const guide = await readFile(join(import.meta.dirname, '../../../docs/use/check.md'), 'utf8');
  const [signIn, given] = [...guide.matchAll(/```json\n(.*?)```/gs)].map(([, block]) => JSON.parse(block!));
  const env = { ORDERS_USER: 'ann', ORDERS_PASSWORD: 'sesame', TEST_ACCOUNT: '4711' };
  const read = await readSignIn(await file(signIn), env);
  expect(read.secrets).toEqual(['ann', 'sesame']);
  expect(read.content).toHaveLength(5);
  expect(await readGiven(await file(given), env)).toEqual({
    content: {
      places: { '/orders/:id': '/orders/10001' },
      values: { 'place-an-order/supplier': 'ACME', 'place-an-order/account': '4711' },
    },
    secrets: ['4711'],
  });
});

test('a variable that is not set is named', async () => {
  const steps = [{ fill: { role: 'textbox', name: 'User' }, with: { env: 'NOBODY' } }];
  await expect(readSignIn(await file({ steps }), {})).rejects.toThrow(/NOBODY, which is not set/);
});

test.each([
  '{"steps": [{"fill": {"role": "textbox"}, "with": "hunter2"',
  { steps: [{ fill: { role: 'textbox' }, with: 'hunter2', wiht: 'hunter2' }] },
  { steps: [{ fill: 'hunter2', with: 'hunter2' }] },
  { steps: [{ fill: { role: 'textbox', nth: 'hunter2' }, with: 'x' }] },
  { steps: [{ go: 'hunter2' }] },
  { values: { step: 'hunter2' } },
  'hunter2',
])('a file that does not fit is refused, and none of its values is repeated: %j', async (content) => {
  const path = await file(content);
  for (const read of [readSignIn, readGiven]) {
    const error: unknown = await read(path, {}).catch((thrown: unknown) => thrown);
    expect(String(error)).toContain(path);
    expect(String(error)).not.toContain('hunter2');
  }
});

test('an address that does not fit its place is refused before a browser is started', async () => {
  const printed: string[] = [];
  const print = (line: string) => void printed.push(line);
  const terminal = { print, printError: print, today: '2026-11-30', env: {}, askSecret: async () => undefined };
  const pack = join(folder, 'pack.json');
  await writeFile(pack, JSON.stringify(aPack));
  const given = await file({ places: { '/orders/:id': '/orders/1/items' } });
  expect(await run(['pack', 'check', pack, '--app', 'https://orders.example/', '--given', given], terminal)).toBe(2);
  expect(printed[0]).toContain('The address given for /orders/:id does not fit that place: /orders/1/items.');
});

test('secrets are taken out of every text of a report, the longer ones first', () => {
  const redact = createRedactor(['sesame', 'open-sesame', 'ab']);
  const report = { name: 'open-sesame', list: [{ reason: 'a sesame and a cab' }], count: 3, none: null };
  expect(mapTexts(report, redact)).toEqual({ name: '•••', list: [{ reason: 'a ••• and a cab' }], count: 3, none: null });
});
