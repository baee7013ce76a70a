import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { startGateway } from '../../demo/orders/start-gateway.ts';

const html = { accept: 'text/html' };
const manual = { redirect: 'manual' } as const;
const cacheFolder = mkdtempSync(join(tmpdir(), 'cairn-shelf-'));
let upstream: Server;
let seen: { method: string; url: string; headers: IncomingMessage['headers']; body: string }[];
let reply: (request: IncomingMessage, response: ServerResponse) => void;
let lifetime: AbortController;
let url: string;

beforeEach(async () => {
  seen = [];
  reply = (_, response) => response.end('from the app');
  upstream = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += chunk;
    seen.push({ method: request.method!, url: request.url!, headers: request.headers, body });
    reply(request, response);
  }).listen(0, '127.0.0.1');
  await new Promise((done) => upstream.once('listening', done));
  lifetime = new AbortController();
  const address = `http://127.0.0.1:${(upstream.address() as AddressInfo).port}`;
  ({ url } = await startGateway({ port: 0, upstream: address, cacheFolder, lifetime: lifetime.signal }));
});

afterEach(() => {
  lifetime.abort();
  upstream.closeAllConnections();
  upstream.close();
  rmSync(cacheFolder, { recursive: true, force: true });
});

const post = (form: Record<string, string>) =>
  fetch(`${url}/sign-in`, { ...manual, method: 'POST', body: new URLSearchParams(form) });
async function signedIn(): Promise<{ cookie: string }> {
  const answered = await post({ account: 'mara', password: 'sample', next: '/orders/index.html' });
  return { cookie: answered.headers.get('set-cookie')!.split(';')[0]! };
}

describe('the gateway, before signing in', () => {
  test('a page redirects to the sign-in and remembers its address', async () => {
    const answered = await fetch(`${url}/products/index.html?sap-language=ar`, { ...manual, headers: html });
    expect(answered.status).toBe(303);
    expect(answered.headers.get('location')).toBe('/sign-in?next=%2Fproducts%2Findex.html%3Fsap-language%3Dar');
  });

  test('any other request is refused and never reaches the app', async () => {
    expect((await fetch(`${url}/sap/opu/odata/sample/ORDERS/Orders`)).status).toBe(401);
    expect((await fetch(`${url}/orders/`, { headers: { cookie: 'sample-orders-session=made-up' } })).status).toBe(401);
    expect(seen).toEqual([]);
  });

  test('the form is labelled as a sample', async () => {
    const page = await (await fetch(`${url}/sign-in`, { headers: html })).text();
    expect(page).toContain('<label for="account">');
    expect(page).toMatch(/sample/i);
  });
});

describe('signing in at the gateway', () => {
  test('sets a cookie that scripts cannot read and redirects to the page asked for', async () => {
    const answered = await post({ account: ' Mara ', password: 'sample', next: '/products/index.html' });
    expect(answered.status).toBe(303);
    expect(answered.headers.get('location')).toBe('/products/index.html');
    expect(answered.headers.get('set-cookie')).toMatch(/HttpOnly; SameSite=Lax$/);
  });

  test.each([['https://elsewhere.example'], ['//elsewhere.example'], ['/\\elsewhere.example'], ['/sign-out'], ['']])(
    'never leads away: %s',
    async (next) => {
      expect((await post({ account: 'mara', password: 'sample', next })).headers.get('location')).toBe('/orders/index.html');
    },
  );

  test.each([
    { account: 'mara', password: 'wrong' },
    { account: 'nobody', password: 'sample' },
    { account: '', password: '' },
  ])('with wrong data is refused with a message: %j', async (form) => {
    const answered = await post({ ...form, next: '/"><script>alert(1)</script>' });
    expect(answered.status).toBe(401);
    expect(answered.headers.get('set-cookie')).toBeNull();
    const page = await answered.text();
    expect(page).toContain('role="alert"');
    expect(page).not.toContain('<script>');
  });

  test('ends with signing out', async () => {
    const headers = await signedIn();
    expect((await fetch(`${url}/orders/index.html`, { headers })).status).toBe(200);
    await fetch(`${url}/sign-out`, { ...manual, headers });
    expect((await fetch(`${url}/orders/index.html`, { headers })).status).toBe(401);
  });
});

describe('the gateway, after signing in', () => {
  test('passes on method, body and headers as for the app’s own host', async () => {
    await fetch(`${url}/sap/opu/odata/sample/ORDERS/$batch?a=1`, {
      method: 'POST',
      body: 'a batch',
      headers: { ...(await signedIn()), 'content-type': 'multipart/mixed' },
    });
    expect(seen).toMatchObject([{ method: 'POST', url: '/sap/opu/odata/sample/ORDERS/$batch?a=1', body: 'a batch' }]);
    expect(seen[0]!.headers).toMatchObject({
      host: `127.0.0.1:${(upstream.address() as AddressInfo).port}`,
      'content-type': 'multipart/mixed',
    });
  });

  test('passes back status and headers', async () => {
    reply = (_, response) => response.writeHead(404, { 'x-app': 'yes' }).end('not there');
    const answered = await fetch(`${url}/orders/none`, { headers: await signedIn() });
    expect([answered.status, answered.headers.get('x-app'), await answered.text()]).toEqual([404, 'yes', 'not there']);
  });

  test('streams a reply: its first part arrives before its last is sent', async () => {
    let finish = () => {};
    reply = (_, response) => {
      response.write('first');
      finish = () => response.end('last');
    };
    const reader = (await fetch(`${url}/orders/slow`, { headers: await signedIn() })).body!.getReader();
    const read = async () => new TextDecoder().decode((await reader.read()).value);
    expect(await read()).toBe('first');
    finish();
    expect(await read()).toBe('last');
  });

  test('fetches files of the framework once and lets the browser cache them', async () => {
    const css = `${'.a{}'.repeat(100_000)}`;
    reply = (_, response) => response.writeHead(200, { 'content-type': 'text/css' }).end(css);
    const headers = await signedIn();
    const get = () => fetch(`${url}/resources/sap/m/library.css`, { headers });
    expect(await (await get()).text()).toBe(css);
    const again = await get();
    expect(await again.text()).toBe(css);
    expect(again.headers.get('content-type')).toBe('text/css');
    expect(again.headers.get('cache-control')).toMatch(/max-age/);
    expect(seen).toHaveLength(1);
  });

  test('asks again for a framework file that was missing', async () => {
    reply = (_, response) => response.writeHead(404).end();
    const headers = await signedIn();
    for (const _ of [1, 2]) await fetch(`${url}/resources/sap/m/none.js`, { headers });
    expect(seen).toHaveLength(2);
  });

  test('answers with a message when the app is down', async () => {
    const headers = await signedIn();
    upstream.closeAllConnections();
    await new Promise((done) => upstream.close(done));
    const answered = await fetch(`${url}/orders/index.html`, { headers });
    expect(answered.status).toBe(502);
    expect(await answered.text()).toContain('does not answer');
  });
});

test('the gateway names a port that is in use, with what to do', async () => {
  const port = Number(new URL(url).port);
  const again = startGateway({ port, upstream: url, cacheFolder, lifetime: lifetime.signal });
  await expect(again).rejects.toThrow(`Port ${port} is taken`);
});

test('the gateway ends with its lifetime', async () => {
  lifetime.abort();
  await expect(fetch(url)).rejects.toThrow();
});
