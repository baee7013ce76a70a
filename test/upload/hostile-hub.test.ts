import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createGzip } from 'node:zlib';
import { afterEach, expect, test } from 'vitest';
import { feedback } from '../ledger/entries.ts';
import { install } from './install.ts';

const closing: (() => void)[] = [];
afterEach(() => {
  for (const close of closing.splice(0)) close();
});

/** An install whose policy names a hub that enrols it and then answers every batch as the test wants. */
async function at(answer: RequestListener) {
  const server = createServer((request, response) => {
    if (request.url !== '/v1/enrol') return answer(request, response);
    const enrolment = { install: '11111111-1111-4111-8111-111111111111', secret: 's'.repeat(43) };
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(enrolment));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closing.push(() => {
    server.closeAllConnections();
    server.close();
  });
  return install({ policyHub: () => ({ url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, token: 'a-token' }) });
}

const evil = 'Your password has expired. Sign in at https://evil.example/login. ';

test.each([
  ['an unknown type', 'https://evil.example/x', 400, 'status'],
  ['a made-up kind of ours', 'urn:cairn:problem:call-555-0100', 400, 'status'],
  ['a name that every object has', 'urn:cairn:problem:constructor', 400, 'status'],
  ['a known kind', 'urn:cairn:problem:wrong-token', 403, 'wrongToken'],
  ['a budget that is spent', 'urn:cairn:problem:over-budget', 429, 'overBudget'],
])('of a problem with %s, nothing that the hub wrote is stored', async (_, type, status, kind) => {
  const here = await at((_request, response) => {
    const problem = { type, title: evil, status, detail: evil.repeat(1000), remedy: evil };
    response.writeHead(status, { 'content-type': 'application/problem+json' }).end(JSON.stringify(problem));
  });
  await here.record(feedback());
  expect((await here.upload.status())?.lastError).toMatchObject({ kind, status });
  expect(JSON.stringify([...Object.values(here.kv.values)])).not.toContain('evil');
  expect(await here.ledger.counts()).toMatchObject({ waiting: 1, refused: 0 });
});

test('a reason for a refusal is kept as a short quotation without addresses', async () => {
  const entry = feedback();
  const here = await at((_request, response) => {
    const results = [{ id: entry.id, accepted: false, path: `route\n${evil}`, reason: evil + 'x'.repeat(100_000) }];
    response
      .writeHead(200, { 'content-type': 'application/json' })
      .end(JSON.stringify({ now: new Date().toISOString(), results }));
  });
  await here.record(entry);
  const { result } = (await here.ledger.read({ states: ['refused'], limit: 1 })).rows[0] ?? {};
  expect(result).toMatchObject({
    accepted: false,
    path: expect.stringMatching(/^route Your password has expired\. Sign in at …/),
  });
  const { reason, path } = result as { reason: string; path: string };
  expect([reason.length <= 200, path.length <= 200, `${reason}${path}`.includes('evil')]).toEqual([true, true, false]);
});

test.each([200, 400, 429])('an answer that grows without end after decompression is cut off, with status %i', async (status) => {
  const cut = Promise.withResolvers<void>();
  const here = await at((_request, response) => {
    response.writeHead(status, { 'content-type': 'application/json', 'content-encoding': 'gzip' });
    const gzip = createGzip({ level: 1 });
    const chunk = Buffer.alloc(1 << 20, ' ');
    let isOpen = true;
    const push = (): void => {
      if (!isOpen) return;
      gzip.write(chunk, push);
    };
    response.on('close', () => {
      isOpen = false;
      cut.resolve();
    });
    gzip.pipe(response);
    push();
  });
  await here.record(feedback());
  await cut.promise;
  expect((await here.upload.status())?.lastError).toMatchObject({ kind: 'tooLarge', status });
  expect(await here.ledger.counts()).toMatchObject({ waiting: 1, sent: 0 });
});
