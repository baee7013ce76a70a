import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { MAX_BODY_BYTES } from '../../../src/hub/http/decode-body.ts';
import { openMemory } from '../../../src/hub/store/open-folder.ts';
import type { OpenStore } from '../../../src/hub/store/store.ts';
import { type BatchReply, type Problem, problem } from '../../../src/model/hub-api/intake.ts';
import { ask, bearer, enrolled, feedback, type HubInTest, hubOn, publishToken, signedIn } from '../hub-in-test.ts';

let opened: OpenStore;
let hub: HubInTest;
let secret: string;
let cookie: { cookie: string };
beforeAll(async () => {
  opened = await openMemory();
  hub = hubOn(opened.store);
  [secret, cookie] = [await enrolled(hub), await signedIn(hub)];
});
afterAll(() => opened.close());

const sentAt = '2026-11-22T12:00:00.000Z';
const gzip = { 'content-encoding': 'gzip' };
const entries = 'POST /v1/entries';
const bytes = (...values: number[]) => new Uint8Array(values);
const bomb = gzipSync(Buffer.alloc(200 * 1024 * 1024));
const deep = (levels: number) => `${'['.repeat(levels)}${']'.repeat(levels)}`;

const rows: [string, string, { body?: unknown; headers?: Record<string, string> }, number][] = [
  ['no body', entries, {}, 400],
  ['an empty body', entries, { body: '' }, 400],
  ['half of a JSON', entries, { body: '{"sentAt": "2026' }, 400],
  ['JSON and something after it', entries, { body: '{} {}' }, 400],
  ['a bare word', entries, { body: 'entries' }, 400],
  ['bytes that are no UTF-8', entries, { body: bytes(0xff, 0xfe, 0x00) }, 400],
  ['null', entries, { body: 'null' }, 400],
  ['a number', entries, { body: '1e999' }, 400],
  ['a list', entries, { body: [] }, 400],
  ['a hundred thousand brackets', entries, { body: deep(100_000) }, 400],
  ['an empty object', entries, { body: {} }, 400],
  ['no time of sending', entries, { body: { entries: [feedback()] } }, 400],
  ['a time of sending in words', entries, { body: { sentAt: 'now', entries: [feedback()] } }, 400],
  ['a time of sending before clocks', entries, { body: { sentAt: '0000-01-01T00:00:00Z', entries: [feedback()] } }, 400],
  ['a thirtieth of February', entries, { body: { sentAt: '2026-02-30T00:00:00Z', entries: [feedback()] } }, 400],
  ['no entries', entries, { body: { sentAt } }, 400],
  ['an empty batch', entries, { body: { sentAt, entries: [] } }, 400],
  ['entries as an object', entries, { body: { sentAt, entries: { 0: feedback() } } }, 400],
  ['501 entries', entries, { body: { sentAt, entries: Array.from({ length: 501 }, () => 1) } }, 400],
  ['a field that is not known', entries, { body: { sentAt, entries: [feedback()], install: 'mine' } }, 400],
  ['a prototype', entries, { body: `{"sentAt":"${sentAt}","entries":[1],"__proto__":{"x":1},"constructor":1}` }, 400],
  ['a form', entries, { body: 'a=b', headers: { 'content-type': 'application/x-www-form-urlencoded' } }, 415],
  ['XML', entries, { body: '<x/>', headers: { 'content-type': 'text/xml' } }, 415],
  ['an encoding nobody knows', entries, { body: '{}', headers: { 'content-encoding': 'br' } }, 415],
  ['two encodings', entries, { body: '{}', headers: { 'content-encoding': 'gzip, gzip' } }, 415],
  ['gzip that is none', entries, { body: '{}', headers: gzip }, 400],
  ['gzip of nothing', entries, { body: '', headers: gzip }, 400],
  ['gzip cut short', entries, { body: gzipSync(JSON.stringify({ sentAt })).subarray(0, 20), headers: gzip }, 400],
  ['gzip with a wrong sum', entries, { body: spoiltGzip(), headers: gzip }, 400],
  ['gzip of something else', entries, { body: gzipSync('hello'), headers: gzip }, 400],
  ['more than the limit', entries, { body: 'x'.repeat(MAX_BODY_BYTES + 1) }, 413],
  ['a length that promises more', entries, { body: '{}', headers: { 'content-length': '99999999' } }, 413],
  ['a gzip bomb', entries, { body: bomb, headers: gzip }, 413],
  [
    'a bomb in many members',
    entries,
    { body: Buffer.concat(Array(9).fill(gzipSync(Buffer.alloc(300_000)))), headers: gzip },
    413,
  ],
  ['no secret', entries, { body: {}, headers: { authorization: '' } }, 401],
  ['a secret of nobody', entries, { body: {}, headers: bearer('nobody') }, 401],
  ['a secret in other letters', entries, { body: {}, headers: { authorization: 'Bearer \u00e9' } }, 401],
  ['a secret without its scheme', entries, { body: {}, headers: { authorization: 'secret' } }, 401],
  ['a very long secret', entries, { body: {}, headers: bearer('x'.repeat(9000)) }, 401],
  ['a token that is too short', 'POST /v1/enrol', { body: { token: 'short' } }, 400],
  ['a token that is a number', 'POST /v1/enrol', { body: { token: 1234567890123456 } }, 400],
  ['two tokens', 'POST /v1/enrol', { body: { token: ['a-token-for-enrolment'] } }, 400],
  ['a token with U+0000', 'POST /v1/enrol', { body: { token: 'a-token-\0-for-enrolment' } }, 403],
  ['a pack that is JSON', 'POST /v1/packs', { body: {}, headers: bearer(publishToken) }, 400],
  ['no pack', 'POST /v1/packs', { headers: bearer(publishToken) }, 400],
  ['an id that is none', 'GET /v1/packs/%00', {}, 400],
  ['an id in capitals', 'GET /v1/packs/Orders', {}, 400],
  ['an id that leads elsewhere', 'GET /v1/packs/..%2f..%2fetc', {}, 400],
  ['a link that is a list', 'POST /desk/api/sign-in', { body: { token: [] } }, 400],
  ['a link of nothing', 'POST /desk/api/sign-in', { body: { token: '' } }, 400],
  ['a link with U+0000', 'POST /desk/api/sign-in', { body: { token: '\0' } }, 403],
  ['a cursor in words', 'GET /desk/api/backlog?before=last', {}, 400],
  ['a number too great', 'GET /desk/api/backlog?after=99999999999999999999', {}, 400],
  ['a negative number', 'GET /desk/api/backlog?after=-1', {}, 400],
  ['a cursor twice', 'GET /desk/api/backlog?before=1&before=2', {}, 400],
  ['a page of nothing', 'GET /desk/api/backlog?limit=0', {}, 400],
  ['a page of everything', 'GET /desk/api/backlog?limit=201', {}, 400],
  ['a choice nobody has', 'GET /desk/api/backlog?choice=angry', {}, 400],
  ['an app that is SQL', "GET /desk/api/backlog?app='%20or%201=1--", {}, 400],
  ['a question nobody asked', 'GET /desk/api/backlog?sort=up', {}, 400],
  ['an address that is none', 'GET /nowhere', {}, 404],
  ['an address of the API that is none', 'GET /v1/nowhere', {}, 404],
  ['an address of the desk API that is none', 'GET /desk/api/nowhere', {}, 404],
  ['a broken escape', 'GET /desk/%ff', {}, 404],
  ['a file above the desk', 'GET /desk/..%2f..%2fpackage.json', {}, 404],
  ['reading what is only sent', 'GET /v1/entries', {}, 405],
  ['deleting what is only read', 'DELETE /healthz', {}, 405],
  ['a method nobody knows', 'BREW /v1/enrol', {}, 405],
];

test.each(rows)('a malformed request is answered as a problem: %s, %s', async (_, what, sent, status) => {
  const headers = { ...(/v1\/(entries|packs\/)/.test(what) && bearer(secret)), ...cookie, ...sent.headers };
  const answer = await ask<Problem>(hub, what, { ...sent, headers });
  expect([answer.status, answer.headers.get('content-type')]).toEqual([status, 'application/problem+json']);
  expect(problem.required().parse(answer.body)).toMatchObject({
    status,
    type: expect.stringMatching(/^urn:cairn:problem:[a-z-]+$/),
  });
  expect(hub.log.filter((line) => JSON.parse(line).level === 'error')).toEqual([]);
});

test('any JSON in a batch gets a result, and valid entries are accepted', async () => {
  const text = fc.string({ unit: 'binary', maxLength: 320 });
  const near = fc.record({ route: text, control: fc.record({ role: text, name: text }) }).map((more) => feedback(more));
  const batch = fc.record({
    sentAt: fc.constant(sentAt),
    entries: fc.array(fc.oneof(near, fc.jsonValue()), { minLength: 1, maxLength: 9 }),
  });
  const answers = fc.asyncProperty(
    fc.oneof({ weight: 3, arbitrary: batch }, { weight: 1, arbitrary: fc.jsonValue() }),
    async (body) => {
      const answer = await ask<BatchReply>(hub, entries, { body: JSON.stringify(body), headers: bearer(secret) });
      expect([200, 400]).toContain(answer.status);
      if (answer.status === 200) expect(answer.body.results.length).toBe((body as { entries: unknown[] }).entries.length);
    },
  );
  await fc.assert(answers, { numRuns: 60 });
}, 60_000);

test('a gzip bomb is refused before it is decompressed', async () => {
  const before = process.memoryUsage().rss;
  const { status } = await ask(hub, entries, { body: bomb, headers: { ...gzip, ...bearer(secret) } });
  expect([status, process.memoryUsage().rss - before < 100 * 1024 * 1024]).toEqual([413, true]);
});

test('an endless body is refused at the limit', async () => {
  let given = 0;
  const endless = new ReadableStream({
    pull(controller) {
      given += 65_536;
      controller.enqueue(new Uint8Array(65_536));
    },
  });
  const sent = {
    method: 'POST',
    body: endless,
    duplex: 'half',
    headers: { ...bearer(secret), 'content-type': 'application/json' },
  };
  const answer = await hub.app.request('/v1/entries', sent as RequestInit);
  expect(answer.status).toBe(413);
  expect(given).toBeLessThan(MAX_BODY_BYTES + 10 * 65_536);
});

function spoiltGzip(): Uint8Array {
  const made = gzipSync(JSON.stringify({ sentAt, entries: [1] }));
  const sum = made.length - 8;
  made[sum] = (made[sum] ?? 0) ^ 0xff;
  return made;
}
