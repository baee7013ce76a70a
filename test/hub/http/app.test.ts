import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openMemory } from '../../../src/hub/store/open-folder.ts';
import type { OpenStore, Store } from '../../../src/hub/store/store.ts';
import type { Problem } from '../../../src/model/hub-api/intake.ts';
import { ask, type HubInTest, hubOn } from '../hub-in-test.ts';

let opened: OpenStore;
let hub: HubInTest;
let folder: string;
const page = '<!doctype html><title>Desk</title>';
beforeAll(async () => {
  opened = await openMemory();
  folder = mkdtempSync(join(tmpdir(), 'cairn-desk-'));
  const deskFolder = join(folder, 'desk');
  mkdirSync(join(deskFolder, 'assets'), { recursive: true });
  writeFileSync(join(folder, 'outside.txt'), 'outside');
  writeFileSync(join(folder, 'desk-not.txt'), 'outside');
  writeFileSync(join(deskFolder, 'index.html'), page);
  writeFileSync(join(deskFolder, 'assets', 'main-1a2b.js'), 'export {};');
  hub = hubOn(opened.store, { deskFolder });
});
afterAll(async () => {
  await opened.close();
  rmSync(folder, { recursive: true });
});

test.each([
  ['/desk/', 200, 'text/html; charset=utf-8', 'no-cache', page],
  ['/desk/somewhere/in/it', 200, 'text/html; charset=utf-8', 'no-cache', page],
  ['/desk/index.html', 200, 'text/html; charset=utf-8', 'no-cache', page],
  ['/desk/assets/main-1a2b.js', 200, 'text/javascript; charset=utf-8', 'public, max-age=31536000, immutable', 'export {};'],
])('%s serves a file of the desk', async (path, status, type, caching, body) => {
  const answer = await ask<string>(hub, `GET ${path}`);
  expect([answer.status, answer.headers.get('content-type'), answer.headers.get('cache-control')]).toEqual([
    status,
    type,
    caching,
  ]);
  expect(answer.body).toBe(body);
});

test.each([
  '/desk/gone.js',
  '/desk/..%2foutside.txt',
  '/desk/%2e%2e%2foutside.txt',
  '/desk/..%2fdesk-not.txt',
  '/desk/assets/..%2f..%2foutside.txt',
  '/desk/%00.js',
])('%s is not served', async (path) => {
  expect((await ask(hub, `GET ${path}`)).status).toBe(404);
});

test.each(['/', '/desk'])('%s redirects to the desk', async (path) => {
  const { status, headers } = await ask(hub, `GET ${path}`);
  expect([status, headers.get('location')]).toEqual([302, '/desk/']);
});

test('a desk that is not built is answered with how to build it', async () => {
  const { status, body } = await ask<string>(hubOn(opened.store), 'GET /desk/');
  expect([status, body]).toEqual([503, expect.stringContaining('npm run build')]);
});

test.each(['/desk/', '/healthz', '/v1/nowhere', '/openapi.json', '/'])('%s has the security headers', async (path) => {
  const { headers } = await ask(hub, `GET ${path}`);
  expect(headers.get('content-security-policy')).toBe(
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; base-uri 'none'; frame-ancestors 'none'; form-action 'none'",
  );
  expect(Object.fromEntries(headers)).toMatchObject({
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
  });
  expect(headers.get('cache-control')).toBe(path === '/desk/' ? 'no-cache' : 'no-store');
});

test('the hub is ready when its migrations are applied and it is not stopping', async () => {
  expect((await ask(hub, 'GET /readyz')).status).toBe(200);
  expect((await ask(hub, 'GET /healthz')).headers.get('strict-transport-security')).toBe('max-age=63072000');
  const stopping = hubOn(opened.store, { isStopping: () => true });
  const { status, headers } = await ask(stopping, 'GET /readyz');
  expect([status, headers.get('connection')]).toEqual([503, 'close']);
  await opened.store.execute(sql`update drizzle.__drizzle_migrations set created_at = created_at - 1`);
  const fromHere = { incoming: { socket: { remoteAddress: '127.0.0.1' } } };
  const readyz = async (from: object, headers = {}) =>
    (await (await hubOn(opened.store).app.request('/readyz', { headers }, from)).json()) as Problem;
  const behind = { local: await readyz(fromHere), proxied: await readyz(fromHere, { 'x-forwarded-for': '127.0.0.1' }) };
  await opened.store.execute(sql`update drizzle.__drizzle_migrations set created_at = created_at + 1`);
  expect(behind.local).toMatchObject({ status: 503, type: 'urn:cairn:problem:not-migrated' });
  expect(behind.proxied).toMatchObject({ status: 503, type: 'urn:cairn:problem:not-ready' });
  expect(behind.proxied.detail).not.toMatch(/migration|store/);
});

test('readiness asks the store at most once in two seconds, however many ask', async () => {
  let asked = 0;
  const execute = (...given: Parameters<Store['execute']>) => {
    asked++;
    return opened.store.execute(...given);
  };
  const counted = hubOn(opened.store, { probe: { execute } as Store });
  await Promise.all(Array.from({ length: 30 }, () => ask(counted, 'GET /readyz')));
  counted.clock.now = new Date(counted.clock.now.getTime() + 1999);
  await ask(counted, 'GET /readyz');
  expect(asked).toBe(1);
  counted.clock.now = new Date(counted.clock.now.getTime() + 1);
  expect((await ask(counted, 'GET /readyz')).status).toBe(200);
  expect(asked).toBe(2);
});

test('the API document lists every route and has no broken reference', async () => {
  const { body } = await ask<{ openapi: string; paths: Record<string, object>; components: Record<string, object> }>(
    hub,
    'GET /openapi.json',
  );
  expect(body.openapi).toBe('3.1.0');
  const routes = Object.entries(body.paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method} ${path}`),
  );
  expect(routes.sort()).toEqual([
    'delete /desk/api/admin/sign-ins/{id}',
    'delete /desk/api/drafts/{id}',
    'delete /desk/api/sign-ins/{id}',
    'delete /v1/entries/{id}',
    'delete /v1/proposals/{id}',
    'get /desk/api/admin/access-log',
    'get /desk/api/admin/sign-ins',
    'get /desk/api/answers',
    'get /desk/api/answers/texts',
    'get /desk/api/backlog',
    'get /desk/api/confirm',
    'get /desk/api/drafts',
    'get /desk/api/drafts/{id}',
    'get /desk/api/guide-health',
    'get /desk/api/inbox',
    'get /desk/api/inbox/changes',
    'get /desk/api/inbox/items/{id}',
    'get /desk/api/me',
    'get /desk/api/packs',
    'get /desk/api/packs/{id}/changes',
    'get /desk/api/packs/{id}/versions',
    'get /desk/api/proposals',
    'get /desk/api/proposals/{id}',
    'get /desk/api/providers',
    'get /desk/api/providers/{id}/begin',
    'get /desk/api/providers/{id}/callback',
    'get /desk/api/providers/{id}/end',
    'get /desk/api/sign-ins',
    'get /desk/api/signing-keys',
    'get /healthz',
    'get /readyz',
    'get /v1/figures',
    'get /v1/names',
    'get /v1/packs/{id}',
    'get /v1/proposals',
    'get /v1/proposals/{id}',
    'post /desk/api/drafts',
    'post /desk/api/drafts/{id}/approve',
    'post /desk/api/drafts/{id}/publish',
    'post /desk/api/drafts/{id}/return',
    'post /desk/api/drafts/{id}/submit',
    'post /desk/api/drafts/{id}/withdraw',
    'post /desk/api/guide-health/repair',
    'post /desk/api/inbox/changes',
    'post /desk/api/packs',
    'post /desk/api/packs/{id}/off',
    'post /desk/api/packs/{id}/on',
    'post /desk/api/packs/{id}/roll-back',
    'post /desk/api/packs/{id}/versions/{version}/stop',
    'post /desk/api/proposals/{id}/decline',
    'post /desk/api/proposals/{id}/return',
    'post /desk/api/proposals/{id}/take',
    'post /desk/api/sign-in',
    'post /desk/api/sign-out',
    'post /desk/api/signing-keys',
    'post /desk/api/signing-keys/{kid}/activate',
    'post /desk/api/signing-keys/{kid}/retire',
    'post /v1/enrol',
    'post /v1/entries',
    'post /v1/packs',
    'put /desk/api/drafts/{id}',
    'put /desk/api/packs/{id}/versions/{version}/reach',
    'put /v1/proposals/{id}',
  ]);
  const schemas: Record<string, object> = body.components.schemas as Record<string, object>;
  expect(Object.keys(schemas.entry ?? {})).toContain('oneOf');
  const text = JSON.stringify(body);
  for (const [, name = ''] of text.matchAll(/"\$ref":"#\/components\/schemas\/([^"]+)"/g))
    expect(Object.keys(schemas)).toContain(name);
  expect(text.match(/"\$ref":"(?!#\/components\/schemas\/)/g)).toBeNull();
});

test('every response of the API document is described by a sentence, not by an identifier', async () => {
  type Described = { description?: string; summary?: string; responses?: Record<string, Described> };
  const { body } = await ask<{ paths: Record<string, Record<string, Described>> }>(hub, 'GET /openapi.json');
  const routes = Object.values(body.paths).flatMap((methods) => Object.values(methods));
  const texts = routes.flatMap(({ summary, description, responses = {} }) => [
    ...[summary, description].filter((text) => text !== undefined),
    ...Object.values(responses).map((response) => response.description ?? ''),
  ]);
  expect(texts.length).toBeGreaterThan(40);
  expect(texts.filter((text) => !/^[A-Z]/.test(text) || /\b(is|are) (no|none)\b/i.test(text))).toEqual([]);
});

test('the request log has route templates, never addresses, queries or headers', async () => {
  hub.log.length = 0;
  await ask(hub, 'GET /v1/packs/a-telling-name?and=more', { headers: { authorization: 'Bearer a-telling-secret' } });
  expect(hub.log.map((line) => JSON.parse(line))).toMatchObject([
    { time: '2026-11-22T12:00:00.000Z', level: 'info', msg: 'request', method: 'GET', route: '/v1/packs/:id', status: 401 },
  ]);
  expect(hub.log.join()).not.toMatch(/telling|and=more/);
});
