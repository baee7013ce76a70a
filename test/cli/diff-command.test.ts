import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { run } from '../../src/cli/run.ts';
import { RELEASE_TYPE } from '../../src/model/hub-api/release-document.ts';
import { aPack, withField } from '../packs/a-pack.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cairn-diff-'));
});
afterEach(async () => {
  vi.unstubAllGlobals();
  await rm(folder, { recursive: true, force: true });
});

async function file(name: string, content: unknown): Promise<string> {
  await writeFile(join(folder, name), typeof content === 'string' ? content : JSON.stringify(content));
  return join(folder, name);
}

async function diff(...sources: string[]): Promise<{ code: number; printed: string[] }> {
  const printed: string[] = [];
  const print = (line: string) => void printed.push(line);
  const terminal = { print, printError: print, today: '2026-11-30', env: {}, askSecret: async () => undefined };
  return { code: await run(['diff', ...sources], terminal), printed };
}

const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
/** A signed pack, as far as it is read without its key. */
const signed = (pack: unknown) => `${part({ alg: 'EdDSA', typ: 'cairn-pack+jws', kid: 'ours' })}.${part(pack)}.c2lnbmVk`;

const changed = withField(aPack, 'guides.0.title.en', 'Search by its name');
const difference = [expect.stringContaining('title'), expect.stringMatching(/^ {4}- /), '    + Search by its name'];

test('two files of one content have no difference, whatever the order of their fields', async () => {
  const turned = Object.fromEntries(Object.entries(aPack).toReversed());
  expect(await diff(await file('a.json', aPack), await file('b.json', turned))).toEqual({
    code: 0,
    printed: ['  no difference'],
  });
});

test('what differs is printed in words, by guide, with the exit code 1', async () => {
  expect(await diff(await file('a.json', aPack), await file('b.json', changed))).toEqual({ code: 1, printed: difference });
});

test('a file is compared with a signed one, and with what a hub or another server offers', async () => {
  const written = await file('new.json', changed);
  expect(await diff(await file('old.jws', `${signed(aPack)}\n`), written)).toEqual({ code: 1, printed: difference });
  const versions = [{ version: 7, jws: signed(aPack), share: 100 }];
  const release = { format: 'cairn-release/1', pack: 'first-orders', versions, isOff: false };
  const answers: Record<string, Response> = {
    'https://hub.example/v1/packs/first-orders': Response.json(release, { headers: { 'content-type': RELEASE_TYPE } }),
    'https://files.example/orders.jws': new Response(signed(aPack), { headers: { 'content-type': 'application/jose' } }),
    'https://hub.example/gone': new Response('', { status: 404 }),
  };
  vi.stubGlobal('fetch', async (url: string) => answers[url]);
  expect(await diff('https://hub.example/v1/packs/first-orders', written)).toEqual({ code: 1, printed: difference });
  expect(await diff('https://files.example/orders.jws', written)).toEqual({ code: 1, printed: difference });
  const gone = await diff('https://hub.example/gone', written);
  expect(gone.code).toBe(2);
  expect(gone.printed[0]).toContain('HTTP 404');
});

test('what cannot be read has the exit code 2', async () => {
  const good = await file('good.json', aPack);
  expect((await diff(good, await file('bad.json', '{"format": '))).code).toBe(2);
  expect((await diff(good, join(folder, 'nothing.json'))).code).toBe(2);
  expect((await diff(good)).code).toBe(2);
});
