import { readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { verifyPack } from '../../../src/packs/verify-pack.ts';
import { type HubProcess, startHub } from './hub.ts';
import { freshSigner } from './pack.ts';
import { startScreens } from './screens.ts';
import { startSmallApp } from './small-app.ts';

const lifetime = new AsyncDisposableStack();
afterAll(() => lifetime.disposeAsync());

const post = ({ url }: HubProcess, path: string, body: object, authorization = '') =>
  fetch(url + path, {
    method: 'POST',
    body: JSON.stringify(body),
    headers: { 'content-type': 'application/json', authorization },
  });

test('a hub that was killed comes back at the same address with what it had', async () => {
  const hub = await startHub({ lifetime });
  const link = await hub.signInLink();
  expect(link.startsWith(`${hub.url}/`)).toBe(true);
  const enrolled = await post(hub, '/v1/enrol', { token: hub.enrolToken });
  const { secret } = (await enrolled.json()) as { secret: string };
  await hub.kill();
  await expect(fetch(hub.url)).rejects.toThrow('fetch failed');
  await hub.restart();
  const batch = { sentAt: new Date().toISOString(), entries: [{}] };
  expect((await post(hub, '/v1/entries', batch, `Bearer ${secret}`)).status).toBe(200);
  expect((await post(hub, '/v1/entries', batch, `Bearer ${secret}x`)).status).toBe(401);
  expect(await hub.linkFor('Second facilitator')).not.toBe(link);
  await hub.stop();
});

test('a hub that cannot start says why', async () => {
  await expect(startHub({ lifetime, env: { LOG_LEVEL: 'loud' } })).rejects.toThrow(/ended with 1 .*LOG_LEVEL/);
});

test('a pack signed by a fresh key is taken by one who has that key, and by nobody else', async () => {
  const [signer, other] = await Promise.all([freshSigner(), freshSigner()]);
  const jws = await signer.sign({
    format: 'cairn/1',
    id: 'shop',
    version: 1,
    app: 'shop',
    title: 'Shop',
    language: 'en',
    guides: [],
  });
  expect(await verifyPack(jws, [signer.key])).toMatchObject({ ok: true, pack: { id: 'shop' } });
  expect(await verifyPack(jws, [other.key])).toMatchObject({ ok: false, code: 'bad-signature' });
  await expect(signer.sign({ format: 'cairn/1' })).rejects.toThrow('guides');
});

test('the small app gives a page the headers asked for it, and no file outside its folder', async () => {
  const csp = "default-src 'none'";
  const folder = import.meta.dirname;
  const small = await startSmallApp({ lifetime, folder, headers: { '/hub.ts': { 'content-security-policy': csp } } });
  expect((await fetch(`${small}/hub.ts`)).headers.get('content-security-policy')).toBe(csp);
  expect((await fetch(`${small}/pack.ts`)).headers.get('content-security-policy')).toBeNull();
  expect((await fetch(`${small}/..%2f..%2f..%2fpackage.json`)).status).toBe(404);
});

test('screens are numbered in the order they were taken, and a new run begins anew', async () => {
  const page = { screenshot: ({ path }: { path: string }) => writeFile(path, 'picture') };
  await (await startScreens('harness')).take(page, 'of-an-earlier-run');
  const taken = await startScreens('harness');
  const files = [await taken.take(page, 'app'), await taken.take(page, 'app-again')];
  expect(files.map((file) => basename(file))).toEqual(['01-app.png', '02-app-again.png']);
  expect(files.map((file) => readFileSync(file, 'utf8'))).toEqual(['picture', 'picture']);
});
