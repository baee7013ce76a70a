import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { fetchPack } from '../../src/packs/fetch-pack.ts';

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.close();
    server.closeAllConnections();
  }
});

async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  servers.push(server);
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/orders.jws`;
}

test('a fetched pack comes with its ETag', async () => {
  const url = await serve((_, answer) => answer.setHeader('etag', '"v7"').end('aaa.bbb.ccc\n'));
  expect(await fetchPack({ url, fetch })).toEqual({ ok: true, changed: true, jws: 'aaa.bbb.ccc', etag: '"v7"' });
});

test.each([
  ['application/vnd.cairn.release+json', { release: '{}' }],
  ['Application/vnd.cairn.RELEASE+json; charset=utf-8', { release: '{}' }],
  ['application/jose', { jws: '{}' }],
  ['application/json', { jws: '{}' }],
  ['text/plain; note=application/vnd.cairn.release+json', { jws: '{}' }],
])('what is of the type %s is taken for that', async (type, expected) => {
  const url = await serve((_, answer) => answer.setHeader('content-type', type).end('{}\n'));
  expect(await fetchPack({ url, fetch })).toEqual({ ok: true, changed: true, ...expected });
});

test('a request asks for a release document first, and takes a signed pack from a server that knows none', async () => {
  let accept = '';
  const url = await serve((request, answer) => {
    accept = request.headers.accept ?? '';
    answer.end('a.b.c');
  });
  await fetchPack({ url, fetch });
  expect(accept.split(',').map((type) => type.trim())).toEqual([
    'application/vnd.cairn.release+json',
    'application/jose',
    'text/plain;q=0.9',
    '*/*;q=0.1',
  ]);
});

test.each([
  ['application/vnd.cairn.release+json', 4_000_000, true],
  ['application/vnd.cairn.release+json', 4_300_000, false],
  ['application/jose', 2_000_000, true],
  ['application/jose', 2_000_001, false],
])('of %s, %i bytes are read: %s', async (type, bytes, ok) => {
  const url = await serve((_, answer) => answer.setHeader('content-type', type).end('A'.repeat(bytes)));
  expect((await fetchPack({ url, fetch })).ok).toBe(ok);
});

test('an unchanged pack is not sent again', async () => {
  const url = await serve((request, answer) => {
    answer.statusCode = request.headers['if-none-match'] === '"v7"' ? 304 : 200;
    answer.end(answer.statusCode === 304 ? undefined : 'aaa.bbb.ccc');
  });
  expect(await fetchPack({ url, fetch, etag: '"v7"' })).toEqual({ ok: true, changed: false });
  expect(await fetchPack({ url, fetch, etag: '"v6"' })).toMatchObject({ changed: true });
  expect(await fetchPack({ url, fetch })).toMatchObject({ changed: true });
});

test('a request carries the given headers, and neither cookies nor a referrer', async () => {
  const received: Record<string, unknown>[] = [];
  const url = await serve((request, answer) => {
    received.push(request.headers);
    answer.end('a.b.c');
  });
  await fetchPack({ url, fetch, headers: { authorization: 'Bearer secret' } });
  expect(received[0]).toMatchObject({ authorization: 'Bearer secret' });
  expect(received[0]).not.toHaveProperty('cookie');
  expect(received[0]).not.toHaveProperty('referer');
});

test('a redirect is followed only without additional headers', async () => {
  const received: unknown[] = [];
  const target = await serve((request, answer) => {
    received.push(request.headers.authorization);
    answer.end('a.b.c');
  });
  const url = await serve((_, answer) => answer.writeHead(302, { location: target }).end());
  expect(await fetchPack({ url, fetch, headers: { authorization: 'Bearer secret' } })).toMatchObject({
    ok: false,
    code: 'offline',
  });
  expect(received).toEqual([]);
  expect(await fetchPack({ url, fetch })).toMatchObject({ ok: true, jws: 'a.b.c' });
});

test.each([401, 403, 404, 410, 500, 503, 304, 204])('HTTP %i gives a reason and no pack', async (status) => {
  const url = await serve((_, answer) => answer.writeHead(status).end(status === 304 || status === 204 ? undefined : 'a.b.c'));
  expect(await fetchPack({ url, fetch })).toMatchObject({
    ok: false,
    code: 'http',
    why: { reason: expect.stringContaining(`${status}`) },
  });
});

test('an endless body is cancelled at the size limit', async () => {
  let closed = false;
  let sent = 0;
  const url = await serve((_, answer) => {
    const more = () => {
      while (!answer.destroyed && sent < 50_000_000 && answer.write('A'.repeat(100_000))) sent += 100_000;
    };
    answer.on('drain', more).on('close', () => {
      closed = true;
    });
    more();
  });
  expect(await fetchPack({ url, fetch })).toMatchObject({ ok: false, code: 'too-long' });
  await expect.poll(() => closed).toBe(true);
  expect(sent).toBeLessThan(50_000_000);
});

test('a body whose declared length is over the limit is not read', async () => {
  const url = await serve((_, answer) => answer.writeHead(200, { 'content-length': '3000000' }).write('a.b.c'));
  expect(await fetchPack({ url, fetch })).toMatchObject({ ok: false, code: 'too-long' });
});

test('a server that does not finish its response in time counts as offline', async () => {
  const url = await serve((_, answer) => answer.write('a.b'));
  const fetched = await fetchPack({ url, fetch, timeout: 150 });
  expect(fetched).toMatchObject({ ok: false, code: 'offline', why: { reason: expect.stringContaining('within 0.15 seconds') } });
});

test('an unreachable server, an invalid address and an aborted lifetime count as offline', async () => {
  const url = await serve((_, answer) => answer.end('a.b.c'));
  servers[0]!.close();
  servers[0]!.closeAllConnections();
  expect(await fetchPack({ url, fetch })).toMatchObject({ ok: false, code: 'offline' });
  expect(await fetchPack({ url: 'https://', fetch })).toMatchObject({ ok: false, code: 'offline' });
  expect(await fetchPack({ url, fetch, lifetime: AbortSignal.abort() })).toMatchObject({ ok: false, code: 'offline' });
});

test('an empty body is returned and left to the verification', async () => {
  const url = await serve((_, answer) => answer.end());
  expect(await fetchPack({ url, fetch })).toEqual({ ok: true, changed: true, jws: '' });
});
