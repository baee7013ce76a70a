import { randomUUID } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { HubDeps } from '../../../src/hub/http/hub-deps.ts';
import { openMemory } from '../../../src/hub/store/open-folder.ts';
import type { OpenStore, Store } from '../../../src/hub/store/store.ts';
import type { DeskProposals } from '../../../src/model/hub-api/desk-proposals.ts';
import type { Draft } from '../../../src/model/hub-api/drafts.ts';
import type { InboxPage } from '../../../src/model/hub-api/inbox.ts';
import { problem } from '../../../src/model/hub-api/intake.ts';
import type { SignInList } from '../../../src/model/hub-api/sign-ins.ts';
import { signPack } from '../../../src/packs/sign-pack.ts';
import {
  ask,
  bearer,
  enrolled,
  enrolToken,
  feedback,
  type HubInTest,
  hubDeps,
  hubOn,
  publishToken,
  signedIn,
} from '../hub-in-test.ts';
import { proposed } from '../packs/proposals/proposals-in-test.ts';
import { anActiveKey, approvedDraft, preparedKey, publishingAt, toEverybody } from '../packs/publishing-in-test.ts';
import { newKey, packOf } from '../packs-in-test.ts';
import { attemptCookie, sampleProvider, signedInAtSample } from '../sample-provider.ts';

vi.setConfig({ testTimeout: 120_000 }); // each sends hundreds of requests, some of which make a key

interface ApiDocument {
  paths: Record<string, Record<string, { responses: Record<string, { content?: Record<string, unknown> }> }>>;
}

let opened: OpenStore;
let hub: HubInTest;
let api: ApiDocument;
let secret: string;
let cookie: { cookie: string };
/** Statuses seen, by route as the document has it. */
const observed = new Map<string, Set<number>>();

beforeAll(async () => {
  opened = await openMemory();
  hub = hubOn(opened.store, { providers: [sampleProvider] });
  api = (await (await hub.app.request('/openapi.json')).json()) as ApiDocument;
  secret = await enrolled(hub);
  cookie = await signedIn(hub, 'Root', 'admin');
});
afterAll(() => opened.close());

const content = (more: object = {}) => JSON.stringify({ content: { ...packOf({ id: 'drafted' }), ...more } });

/** Bodies that routes accept, where they are not those of all others. */
const bodies: Record<string, string> = {
  'POST /desk/api/sign-in': '{"token":"a"}',
  'POST /desk/api/drafts': content(),
  'PUT /desk/api/drafts/{id}': content(),
  'POST /desk/api/drafts/{id}/approve': '{"contentHash":"a"}',
  'POST /desk/api/drafts/{id}/return': '{"comment":"No."}',
  'POST /desk/api/drafts/{id}/publish': JSON.stringify(toEverybody),
  'PUT /v1/proposals/{id}': JSON.stringify(proposed()),
  'POST /desk/api/inbox/changes': JSON.stringify({
    changes: [{ id: randomUUID(), revision: 0, action: { do: 'state', state: 'open' } }],
  }),
  'POST /desk/api/guide-health/repair': '{"pack":"released","guide":"constructor","step":""}',
  'POST /desk/api/proposals/{id}/take': '{"pack":"taken"}',
  'POST /desk/api/proposals/{id}/return': '{"comment":"No."}',
  'POST /desk/api/proposals/{id}/decline': '{"comment":"No."}',
  'PUT /desk/api/packs/{id}/versions/{version}/reach': JSON.stringify(toEverybody),
  'POST /desk/api/packs/{id}/versions/{version}/stop': '{"reason":"No."}',
  'POST /desk/api/packs/{id}/off': '{"reason":"No."}',
  'POST /desk/api/packs/{id}/roll-back': '{"to":1}',
};

const routes = () =>
  Object.entries(api.paths).flatMap(([path, methods]) => Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`));

const failing = (error: Error) =>
  new Proxy({}, { get: () => () => { throw error; } }) as Store; // biome-ignore format: one line
const unreachable = () => failing(Object.assign(new Error('no'), { code: 'ECONNREFUSED' }));
const broken = () => failing(new Error('no'));

/** The address of a route with something that does not exist. */
const fillIn = (template: string, id: string = randomUUID()): string =>
  template.replace('{id}', id).replace('{version}', '1').replace('{kid}', id);

interface Sent {
  path?: string;
  headers?: Record<string, string>;
  body?: BodyInit;
  at?: Pick<HubInTest, 'app'>;
}

/** Sends a request to a route and checks that its answer is documented, status and media type. */
async function tryRoute(route: string, { path, headers = {}, body, at = hub }: Sent = {}): Promise<number> {
  const [method = '', template = ''] = route.split(' ');
  const address = path ?? fillIn(template.replace('providers/{id}', 'providers/sample'));
  const response = await at.app.request(address, { method, headers, ...(body !== undefined && { body }) });
  const text = await response.text();
  const documented = api.paths[template]?.[method.toLowerCase()]?.responses[response.status];
  expect(documented, `${route} answered ${response.status}: ${text.slice(0, 200)}`).toBeDefined();
  const type = response.headers.get('content-type')?.split(';')[0];
  if (text) expect(Object.keys(documented?.content ?? {}), `${route} ${response.status}`).toContain(type);
  if (response.status >= 400)
    expect(problem.strict().safeParse(JSON.parse(text)).error, `${route} ${response.status}`).toBeUndefined();
  observed.set(route, (observed.get(route) ?? new Set()).add(response.status));
  return response.status;
}

const json = { 'content-type': 'application/json' };
const jose = { 'content-type': 'application/jose' };
const install = () => ({ ...json, ...bearer(secret) });
const publisher = { ...jose, ...bearer(publishToken) };
const withDeps = (given: Partial<HubDeps>) => ({ at: hubOn(opened.store, given) });
const storeOf = (store: Store) => ({ at: hubOn(store, { providers: [sampleProvider] }) });
const batch = (entries: unknown[] = [feedback()]) => JSON.stringify({ sentAt: hub.clock.now.toISOString(), entries });
const tooLarge = ' '.repeat(2 * 1024 * 1024 + 1);

/** Bodies that no route accepts, each with the headers that make it what it is. */
const badBodies: [string, Sent][] = [
  ['no body', {}],
  ['text that is not JSON', { body: '{"token":' }],
  ['JSON that is null', { body: 'null' }],
  ['a list', { body: '[]' }],
  ['prototype keys', { body: '{"__proto__":{"token":1},"constructor":2}' }],
  ['deep nesting', { body: '['.repeat(50_000) + ']'.repeat(50_000) }],
  ['bytes that are no UTF-8', { body: new Uint8Array([0xff, 0xfe, 0x00]) }],
  ['more than 2 MB', { body: tooLarge }],
  ['a declared length of more than 2 MB', { body: '{}', headers: { 'content-length': '99999999' } }],
  ['gzip that grows to more than 2 MB', { body: new Uint8Array(gzipSync(tooLarge)), headers: { 'content-encoding': 'gzip' } }],
  ['broken gzip', { body: 'not gzip', headers: { 'content-encoding': 'gzip' } }],
  ['an unknown encoding', { body: '{}', headers: { 'content-encoding': 'br' } }],
  ['another media type', { body: '{}', headers: { 'content-type': 'text/html' } }],
  ['no media type', { body: new Uint8Array([123, 125]), headers: { 'content-type': '' } }],
  ['a made-up Authorization', { body: '{}', headers: { authorization: 'Bearer \u00e9' } }],
];

async function idOfSignIn(headers: { cookie: string }): Promise<string> {
  const { body } = await ask<SignInList>(hub, 'GET /desk/api/sign-ins', { headers });
  return body.signIns.find(({ isThisOne }) => isThisOne)!.id;
}

const authorized = (route: string): Record<string, string> => {
  if (route === 'POST /v1/packs') return publisher;
  if (route.endsWith('/callback')) return { cookie: attemptCookie() };
  return { ...install(), ...cookie };
};

test('whatever is sent to any route, the answer is in the API document', async () => {
  for (const route of routes()) {
    // The requests before may have signed the browser out.
    cookie = await signedIn(hub, 'Root', 'admin');
    await tryRoute(route);
    await tryRoute(route, { headers: authorized(route) });
    await tryRoute(route, { headers: { ...json, ...(await signedIn(hub, 'Ada', 'viewer')) } });
    for (const [, { headers, ...sent }] of route.startsWith('GET') ? [] : badBodies) {
      await tryRoute(route, { ...sent, headers: { ...authorized(route), ...headers } });
      await tryRoute(route, { ...sent, headers: { ...json, ...headers } });
    }
    for (const id of ['x', '%00', 'UPPER', '..%2f', 'a'.repeat(3000)])
      if (/\{k?id\}/.test(route))
        await tryRoute(route, { path: fillIn(route.split(' ')[1] ?? '', id), headers: { ...install(), ...cookie } });
    for (const query of ['?limit=0', '?app=%00&app=b', '?unknown=1', '?before=-1'])
      await tryRoute(route, {
        path: `${fillIn(route.split(' ')[1] ?? '')}${query}`,
        headers: authorized(route),
      });
  }
});

test('a store that is down or a hub with a bug is documented for every route that uses the store', async () => {
  for (const route of routes())
    for (const store of [unreachable(), broken()]) {
      const body = bodies[route] ?? JSON.stringify({ token: enrolToken, secret });
      const signed = await signPack(packOf({ id: 'down' }), await newKey());
      const sent = route.endsWith('/packs') && signed.ok ? signed.jws : body;
      const hasBody = /^(POST|PUT)/.test(route);
      const headers = { ...authorized(route), ...(route in bodies && json) };
      await tryRoute(route, { ...storeOf(store), headers, ...(hasBody && { body: sent }) });
    }
});

test('requests that succeed, and those refused for who or when, are documented', async () => {
  const enrol = { headers: json, body: JSON.stringify({ token: enrolToken }) };
  await tryRoute('POST /v1/enrol', enrol);
  await tryRoute('POST /v1/enrol', { headers: json, body: JSON.stringify({ token: 'a-wrong-token-of-length' }) });
  const known = { headers: json, body: JSON.stringify({ token: enrolToken, secret }) };
  for (let again = 0; again < 11; again++) await tryRoute('POST /v1/enrol', known);
  const one = feedback();
  await tryRoute('POST /v1/entries', { headers: install(), body: batch([one]) });
  await tryRoute('POST /v1/entries', { headers: json, body: batch() });
  const poor = withDeps({ budget: { entries: 0, bytes: 0 } });
  await tryRoute('POST /v1/entries', { ...poor, headers: install(), body: batch() });
  await tryRoute('DELETE /v1/entries/{id}', { path: `/v1/entries/${one.id}`, headers: install() });
  await tryRoute('DELETE /v1/entries/{id}', { headers: bearer('nobody') });
  const proposals = ['GET /v1/proposals', ...['GET', 'PUT', 'DELETE'].map((method) => `${method} /v1/proposals/{id}`)];
  const others = ['DELETE /v1/entries/{id}', 'GET /v1/packs/{id}', 'GET /v1/names', 'GET /v1/figures', 'POST /v1/entries'];
  for (const route of [...others, ...proposals])
    if (routes().includes(route))
      await Promise.all(
        Array.from({ length: 6 }, () =>
          tryRoute(route, { headers: install(), ...(route.startsWith('POST') && { body: batch() }) }),
        ),
      );
  const signIn = (given: Sent) => tryRoute('POST /desk/api/sign-in', { body: '{"token":"spent"}', ...given });
  cookie = await signedIn(hub, 'Root', 'admin');
  for (const path of ['/desk/api/sign-ins', '/desk/api/admin/sign-ins'])
    await tryRoute(`DELETE ${path}/{id}`, { path: `${path}/${await idOfSignIn(await signedIn(hub, 'Root'))}`, headers: cookie });
  const atProvider = await signedInAtSample(hub);
  await tryRoute('GET /desk/api/confirm', { headers: atProvider });
  const crossSite = { ...cookie, 'sec-fetch-site': 'cross-site' };
  await tryRoute('DELETE /desk/api/sign-ins/{id}', { headers: crossSite });
  await signIn({ headers: json });
  await signIn({ headers: { ...json, 'sec-fetch-site': 'cross-site' } });
  await tryRoute('POST /desk/api/sign-out', { headers: { 'sec-fetch-site': 'cross-site' } });
  await tryRoute('GET /readyz', withDeps({ isStopping: () => true }));
});

test('a pack that is published, published again, held back or not permitted is documented', async () => {
  const key = await newKey();
  const publish = async (version: number, given: Partial<Sent> = {}) => {
    const signed = await signPack(packOf({ id: 'statuses', version }), key);
    return tryRoute('POST /v1/packs', { headers: publisher, body: signed.ok ? signed.jws : '', ...given });
  };
  expect([await publish(2), await publish(2), await publish(1)]).toEqual([201, 200, 409]);
  expect(await publish(3, { headers: { ...jose, ...bearer('nobody') } })).toBe(401);
  expect(await publish(3, withDeps({ publishTokenHash: undefined }))).toBe(403);
  const publishAtDesk = async (version: number) => {
    const signed = await signPack(packOf({ id: 'at-desk', version }), key);
    const headers = { ...jose, ...(await signedIn(hub, 'Pia', 'publisher')) };
    return tryRoute('POST /desk/api/packs', { headers, body: signed.ok ? signed.jws : '' });
  };
  expect([await publishAtDesk(2), await publishAtDesk(2), await publishAtDesk(1)]).toEqual([201, 200, 409]);
  const fetchIt = (headers = {}) =>
    tryRoute('GET /v1/packs/{id}', { path: '/v1/packs/statuses', headers: { ...install(), ...headers } });
  expect([await fetchIt(), await fetchIt({ 'if-none-match': '*' })]).toEqual([200, 304]);
  await tryRoute('GET /v1/packs/{id}', { path: '/v1/packs/statuses' });
  for (const route of ['GET /v1/names', 'GET /v1/figures'])
    if (routes().includes(route)) await tryRoute(route, { headers: { ...install(), 'if-none-match': '*' } });
  const link = await import('../../../src/hub/auth/sign-in-link.ts');
  const { url } = await link.createSignInLink(opened.store, {
    name: 'Ada',
    now: hub.clock.now,
    publicUrl: 'https://cairn.example.com',
  });
  expect(await tryRoute('POST /desk/api/sign-in', { headers: json, body: JSON.stringify({ token: url.split('=')[1] }) })).toBe(
    200,
  );
});

test('a draft that is made, changed, reviewed and refused is documented', async () => {
  const [author, reviewer] = [await signedIn(hub, 'Ada', 'author'), await signedIn(hub, 'Ben', 'author')];
  const made = (more?: object) =>
    ask<Draft>(hub, 'POST /desk/api/drafts', { body: content(more), headers: { ...json, ...author } });
  const draft = (await made()).body;
  const send = async (
    who: object,
    route: string,
    { etag, body, id = draft.id }: { etag?: string; body?: string; id?: string },
  ) => {
    const headers = { ...json, ...who, ...(etag && { 'if-match': etag }) };
    const path = route.split(' ')[1]!.replace('{id}', id);
    return tryRoute(route, { path, headers, ...(body !== undefined && { body }) });
  };
  const at = '/desk/api/drafts/{id}';
  const writes = [`PUT ${at}`, `DELETE ${at}`, ...['submit', 'withdraw', 'approve', 'return'].map((one) => `POST ${at}/${one}`)];
  expect(await tryRoute('POST /desk/api/drafts', { headers: { ...json, ...author }, body: content() })).toBe(201);
  expect(await send(author, `GET ${at}`, {})).toBe(200);
  const absent = randomUUID();
  for (const route of writes) {
    const sent = route in bodies ? { body: bodies[route]! } : {};
    expect([route, await send(reviewer, route, { ...sent, etag: '"1"', id: absent })]).toEqual([route, 404]);
    expect([route, await send(reviewer, route, sent)]).toEqual([route, 428]);
    expect([route, await send(reviewer, route, { ...sent, etag: '"99"' })]).toEqual([route, 412]);
  }
  const faulty = (await made({ surprise: 1 })).body;
  expect(await send(author, `POST ${at}/submit`, { etag: '"1"', id: faulty.id })).toBe(422);
  const approval = JSON.stringify({ contentHash: draft.contentHash });
  const comment = '{"comment":"No."}';
  const steps: [object, string, string | undefined, number][] = [
    [author, 'PUT', content(), 200],
    [author, 'withdraw', undefined, 409],
    [author, 'submit', undefined, 200],
    [author, 'submit', undefined, 409],
    [author, 'withdraw', undefined, 200],
    [author, 'submit', undefined, 200],
    [author, 'approve', approval, 403],
    [reviewer, 'approve', '{"contentHash":"other"}', 409],
    [reviewer, 'approve', approval, 200],
    [reviewer, 'return', comment, 200],
    [reviewer, 'return', comment, 409],
    [author, 'DELETE', undefined, 200],
    [author, 'DELETE', undefined, 409],
    [author, 'PUT', content(), 409],
  ];
  let revision = 1;
  for (const [who, action, body, status] of steps) {
    const route = action === action.toUpperCase() ? `${action} ${at}` : `POST ${at}/${action}`;
    const sent = { etag: `"${revision}"`, ...(body && { body }) };
    expect([action, body, await send(who, route, sent)]).toEqual([action, body, status]);
    if (status === 200) revision += 1;
  }
});

test('an item of the inbox that is read, changed and polled for is documented', async () => {
  await hub.app.request('/v1/entries', { method: 'POST', headers: install(), body: batch() });
  const listed = await hub.app.request('/desk/api/inbox', { headers: cookie });
  const { items } = (await listed.json()) as InboxPage;
  const [read, poll] = ['GET /desk/api/inbox/items/{id}', 'GET /desk/api/inbox/changes'];
  expect(await tryRoute(read, { path: `/desk/api/inbox/items/${items[0]!.id}`, headers: cookie })).toBe(200);
  expect(await tryRoute(poll, { path: '/desk/api/inbox/changes?since=0', headers: cookie })).toBe(200);
  const change = 'POST /desk/api/inbox/changes';
  expect(await tryRoute(change, { headers: { ...json, ...cookie }, body: bodies[change]! })).toBe(200);
});

test('a proposal that is sent, read, decided, withdrawn and refused is documented', async () => {
  const [one, author] = ['/v1/proposals/{id}', await signedIn(hub, 'Ada', 'author')];
  const sender = { ...json, ...bearer(await enrolled(hub)) };
  const own = (method: string, id: string, proposal?: object) =>
    tryRoute(`${method} ${one}`, {
      path: fillIn(one, id),
      headers: sender,
      ...(proposal && { body: JSON.stringify(proposal) }),
    });
  const [id, decidedId] = [randomUUID(), randomUUID()];
  expect(await tryRoute('GET /v1/proposals', { headers: sender })).toBe(200);
  const guide = { ...proposed().guide, where: [`/${'a'.repeat(1_100_000)}`] };
  expect(await own('PUT', id, proposed({ guide }))).toBe(413);
  expect(await own('PUT', id, proposed({ guide: { kind: 'notice' } }))).toBe(422);
  expect([await own('PUT', id, proposed()), await own('PUT', id, proposed()), await own('GET', id)]).toEqual([201, 200, 200]);
  expect([await own('DELETE', id), await own('PUT', id, proposed()), await own('GET', randomUUID())]).toEqual([200, 409, 404]);
  await own('PUT', decidedId, proposed());
  const at = '/desk/api/proposals';
  const { body } = await ask<DeskProposals>(hub, `GET ${at}`, { headers: author });
  expect(await tryRoute(`GET ${at}`, { headers: author })).toBe(200);
  expect(await tryRoute(`GET ${at}/{id}`, { path: `${at}/${body.proposals[0]!.id}`, headers: author })).toBe(200);
  expect(await tryRoute(`GET ${at}/{id}`, { headers: author })).toBe(404);
  const writes = ['return', 'decline', 'take'].map((action) => `POST ${at}/{id}/${action}`);
  for (const [nth, route] of writes.entries()) {
    const decided = body.proposals[0]!.id;
    const send = (etag: string | undefined, to = decided) => {
      const headers = { ...json, ...author, ...(etag && { 'if-match': etag }) };
      return tryRoute(route, { path: fillIn(route.split(' ')[1]!, to), headers, body: bodies[route]! });
    };
    expect([route, await send('"1"', randomUUID())]).toEqual([route, 404]);
    expect([route, await send(undefined)]).toEqual([route, 428]);
    expect([route, await send('"99"')]).toEqual([route, 412]);
    // It was changed since the proposal was decided before.
    if (nth > 0) await own('PUT', decidedId, proposed({ note: `Change ${nth}` }));
    const revision = (await ask<DeskProposals>(hub, `GET ${at}`, { headers: author })).body.proposals.find(
      (proposal) => proposal.id === decided,
    )!.revision;
    if (route.endsWith('/take')) continue;
    expect([route, await send(`"${revision}"`)]).toEqual([route, 200]);
    if (route.endsWith('/decline')) expect([route, await send(`"${revision + 1}"`)]).toEqual([route, 409]);
  }
  const last = randomUUID();
  await own('PUT', last, proposed({ app: 'statuses-taken' }));
  const listed = (await ask<DeskProposals>(hub, `GET ${at}`, { headers: author })).body.proposals;
  const taken = listed.find(({ app }) => app === 'statuses-taken')!.id;
  const act = (action: string, etag: string) => {
    const route = `POST ${at}/{id}/${action}`;
    const headers = { ...json, ...author, 'if-match': etag };
    return tryRoute(route, { path: fillIn(route.split(' ')[1]!, taken), headers, body: bodies[route]! });
  };
  expect([await act('take', '"1"'), await act('take', '"2"'), await act('return', '"2"')]).toEqual([200, 409, 409]);
});

test('a version that is released, changed, stopped, switched off and refused is documented', async () => {
  const publishing = await publishingAt(hub);
  await anActiveKey(publishing);
  const id = 'released';
  const send = async (
    route: string,
    { etag, pack = id, body = bodies[route] }: { etag?: string; pack?: string; body?: string },
  ) => {
    const headers = { ...json, ...publishing.publisher, ...(etag && { 'if-match': etag }) };
    return tryRoute(route, { path: fillIn(route.split(' ')[1]!, pack), headers, ...(body !== undefined && { body }) });
  };
  const publish = 'POST /desk/api/drafts/{id}/publish';
  const draft = await approvedDraft(opened.store, packOf({ id }));
  const at = '/desk/api/packs/{id}';
  const [put, stop] = [`PUT ${at}/versions/{version}/reach`, `POST ${at}/versions/{version}/stop`];
  const [off, on, back] = [`POST ${at}/off`, `POST ${at}/on`, `POST ${at}/roll-back`];
  expect(await send(publish, { pack: draft, etag: '"4"', body: JSON.stringify({ ...toEverybody, share: 10 }) })).toBe(201);
  expect(await send(publish, { pack: draft, etag: '"5"' })).toBe(409);
  for (const route of [publish, put, stop, off, on, back]) {
    expect([route, await send(route, { etag: '"1"', pack: route === publish ? randomUUID() : 'absent' })]).toEqual([route, 404]);
    const pack = route === publish ? draft : id;
    expect([route, await send(route, { pack })]).toEqual([route, 428]);
    expect([route, await send(route, { pack, etag: '"99"' })]).toEqual([route, 412]);
  }
  for (const read of [`GET ${at}/versions`, `GET ${at}/changes`])
    for (const [pack, status] of [
      [id, 200],
      ['absent', 404],
    ] as const) {
      const path = `${fillIn(read.split(' ')[1]!, pack)}?from=1&to=1`;
      expect([read, await tryRoute(read, { path, headers: publishing.publisher })]).toEqual([read, status]);
    }
  const repair = 'POST /desk/api/guide-health/repair';
  const repairAs = (body: string) => tryRoute(repair, { headers: { ...json, ...publishing.publisher }, body });
  expect(await repairAs(bodies[repair]!)).toBe(201);
  expect(await repairAs('{"pack":"absent","guide":"a","step":""}')).toBe(404);
  expect(await tryRoute('GET /desk/api/guide-health', { headers: publishing.publisher })).toBe(200);
  const steps: [string, string, number][] = [
    [put, '"1"', 200],
    [stop, '"2"', 409],
    [off, '"2"', 200],
    [on, '"3"', 200],
    [back, '"4"', 409],
    [put, '"2"', 200],
  ];
  for (const [route, etag, status] of steps) expect([route, await send(route, { etag })]).toEqual([route, status]);
  const narrow = JSON.stringify({ ...toEverybody, share: 10 });
  expect(await send(put, { etag: '"3"', body: narrow })).toBe(409);
  const second = await approvedDraft(opened.store, packOf({ id, version: 2 }));
  await send(publish, { pack: second, etag: '"4"' });
  expect(await send(back, { etag: '"6"' })).toBe(201);
  const other = await approvedDraft(opened.store, packOf({ id: 'stopped' }));
  await send(publish, { pack: other, etag: '"4"', body: narrow });
  expect(await send(stop, { pack: 'stopped', etag: '"1"' })).toBe(200);
});

test('a key that is made, activated, retired and refused is documented', async () => {
  const publishing = await publishingAt(hub);
  const headers = publishing.admin;
  const { kid } = await preparedKey(publishing);
  const change = (action: string) =>
    tryRoute(`POST /desk/api/signing-keys/{kid}/${action}`, { path: `/desk/api/signing-keys/${kid}/${action}`, headers });
  expect([await change('activate'), await change('activate'), await change('retire'), await change('retire')]).toEqual([
    200, 409, 200, 409,
  ]);
  const withoutNew = { ...hubDeps(opened.store, { now: () => hub.clock.now, log: [] }).signer, makeKey: async () => noNewKey };
  expect(await tryRoute('POST /desk/api/signing-keys', { headers, ...withDeps({ signer: withoutNew }) })).toBe(409);
});

const noNewKey = { ok: false as const, why: { kind: 'no-new-key', detail: 'There is none.', remedy: 'Make one.' } };

test('every status of the API document has been observed', () => {
  const documented = routes().flatMap((route) => {
    const [method = '', path = ''] = route.split(' ');
    return Object.keys(api.paths[path]?.[method.toLowerCase()]?.responses ?? {}).map((status) => `${route} ${status}`);
  });
  const seen = [...observed].flatMap(([route, statuses]) => [...statuses].map((status) => `${route} ${status}`));
  expect(documented.filter((one) => !seen.includes(one))).toEqual([]);
});
