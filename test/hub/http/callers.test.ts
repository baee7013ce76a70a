import { Hono } from 'hono';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { listSignIns } from '../../../src/hub/auth/sign-in.ts';
import { createSignInLink } from '../../../src/hub/auth/sign-in-link.ts';
import { admit, type Callers, listCallers, requireDeclaredCallers } from '../../../src/hub/http/callers.ts';
import { openMemory } from '../../../src/hub/store/open-folder.ts';
import type { OpenStore } from '../../../src/hub/store/store.ts';
import type { Draft } from '../../../src/model/hub-api/drafts.ts';
import type { InboxPage } from '../../../src/model/hub-api/inbox.ts';
import type { Problem } from '../../../src/model/hub-api/intake.ts';
import type { Reach } from '../../../src/model/hub-api/releases.ts';
import { type Role, role } from '../../../src/model/hub-api/role.ts';
import { signPack } from '../../../src/packs/sign-pack.ts';
import { ask, bearer, enrolled, enrolToken, feedback, type HubInTest, hubOn, publishToken, signedIn } from '../hub-in-test.ts';
import { proposalsAt, proposed } from '../packs/proposals/proposals-in-test.ts';
import {
  anActiveKey,
  approvedDraft,
  type Publishing,
  preparedKey,
  publishContent,
  publishingAt,
  toEverybody,
} from '../packs/publishing-in-test.ts';
import { newKey, packOf } from '../packs-in-test.ts';
import { sampleProvider } from '../sample-provider.ts';

const ROLES = role.options;
const READERS = ['facilitator', 'admin'];
const WRITERS: Role[] = ['author', 'publisher', 'admin'];
const PUBLISHERS: Role[] = ['publisher', 'admin'];

/** Who may call what. A change here is a change of what people are allowed to do. */
const allowed: Record<string, Callers> = {
  'GET /': 'anyone',
  'GET /desk': 'anyone',
  'GET /desk/*': 'anyone',
  'GET /healthz': 'anyone',
  'GET /openapi.json': 'anyone',
  'GET /readyz': 'anyone',
  'GET /desk/api/providers': 'anyone',
  'GET /desk/api/providers/:id/begin': 'anyone',
  'GET /desk/api/providers/:id/callback': 'anyone',
  'GET /desk/api/providers/:id/end': 'anyone',
  'POST /desk/api/sign-out': 'anyone',
  'POST /desk/api/sign-in': 'sign-in-link',
  'POST /v1/enrol': 'enrolment-token',
  'POST /v1/entries': 'install',
  'DELETE /v1/entries/:id': 'install',
  'GET /v1/proposals': 'install',
  'GET /v1/proposals/:id': 'install',
  'PUT /v1/proposals/:id': 'install',
  'DELETE /v1/proposals/:id': 'install',
  'GET /v1/figures': 'install',
  'GET /v1/names': 'install',
  'GET /v1/packs/:id': 'install',
  'POST /v1/packs': 'publishing-token',
  'GET /desk/api/me': ROLES,
  'GET /desk/api/answers': ROLES,
  'GET /desk/api/confirm': ROLES,
  'GET /desk/api/packs': ROLES,
  'GET /desk/api/drafts': ROLES,
  'GET /desk/api/drafts/:id': ROLES,
  'POST /desk/api/drafts': WRITERS,
  'PUT /desk/api/drafts/:id': WRITERS,
  'DELETE /desk/api/drafts/:id': WRITERS,
  'POST /desk/api/drafts/:id/submit': WRITERS,
  'POST /desk/api/drafts/:id/withdraw': WRITERS,
  'POST /desk/api/drafts/:id/approve': WRITERS,
  'POST /desk/api/drafts/:id/return': WRITERS,
  'GET /desk/api/proposals': WRITERS,
  'GET /desk/api/proposals/:id': WRITERS,
  'POST /desk/api/proposals/:id/take': WRITERS,
  'POST /desk/api/proposals/:id/return': WRITERS,
  'POST /desk/api/proposals/:id/decline': WRITERS,
  'GET /desk/api/guide-health': ROLES,
  'POST /desk/api/guide-health/repair': WRITERS,
  'POST /desk/api/packs': PUBLISHERS,
  'GET /desk/api/packs/:id/versions': ROLES,
  'GET /desk/api/packs/:id/changes': ROLES,
  'PUT /desk/api/packs/:id/versions/:version/reach': PUBLISHERS,
  'POST /desk/api/packs/:id/versions/:version/stop': PUBLISHERS,
  'POST /desk/api/packs/:id/off': PUBLISHERS,
  'POST /desk/api/packs/:id/on': PUBLISHERS,
  'POST /desk/api/packs/:id/roll-back': PUBLISHERS,
  'POST /desk/api/drafts/:id/publish': PUBLISHERS,
  'GET /desk/api/signing-keys': ['admin'],
  'POST /desk/api/signing-keys': ['admin'],
  'POST /desk/api/signing-keys/:kid/activate': ['admin'],
  'POST /desk/api/signing-keys/:kid/retire': ['admin'],
  'GET /desk/api/sign-ins': ROLES,
  'DELETE /desk/api/sign-ins/:id': ROLES,
  'GET /desk/api/answers/texts': READERS as Role[],
  'GET /desk/api/backlog': READERS as Role[],
  'GET /desk/api/inbox': READERS as Role[],
  'GET /desk/api/inbox/changes': READERS as Role[],
  'GET /desk/api/inbox/items/:id': READERS as Role[],
  'POST /desk/api/inbox/changes': READERS as Role[],
  'GET /desk/api/admin/access-log': ['admin'],
  'GET /desk/api/admin/sign-ins': ['admin'],
  'DELETE /desk/api/admin/sign-ins/:id': ['admin'],
};

/** Who asks: nobody in particular, a browser, the holder of a token or link, or somebody at the desk. */
const ASKERS = ['nobody', 'install', 'enrolment-token', 'publishing-token', 'sign-in-link', ...ROLES] as const;
type Asker = (typeof ASKERS)[number];

interface Sample {
  path?: string;
  body?: unknown;
  headers?: Record<string, string>;
}

let opened: OpenStore;
let hub: HubInTest;
let publishing: Publishing;
let headersOf: Record<Asker, Record<string, string>>;
beforeAll(async () => {
  opened = await openMemory();
  hub = hubOn(opened.store, { providers: [sampleProvider] });
  publishing = await publishingAt(hub);
  await anActiveKey(publishing);
  const cookies = await Promise.all(ROLES.map(async (one) => [one, await signedIn(hub, one, one)] as const));
  headersOf = {
    nobody: {},
    install: bearer(await enrolled(hub)),
    'enrolment-token': bearer(enrolToken),
    'publishing-token': bearer(publishToken),
    'sign-in-link': {},
    ...(Object.fromEntries(cookies) as Record<Role, { cookie: string }>),
  };
});
afterAll(() => opened.close());

const isRole = (asker: Asker): asker is Role => ROLES.includes(asker as Role);

/** Another sign-in of the asker, or of somebody else. */
async function signInToEnd(asker: Asker): Promise<string> {
  const name = isRole(asker) ? asker : 'Somebody';
  const cookie = await signedIn(hub, name, isRole(asker) ? asker : 'viewer');
  const listed = await listSignIns(hub.store, { now: hub.clock.now });
  const { body } = await ask<{ signIns: { id: string; isThisOne: boolean }[] }>(hub, 'GET /desk/api/sign-ins', {
    headers: cookie,
  });
  return body.signIns.find((one) => one.isThisOne)?.id ?? listed[0]!.id;
}

let published = 0;
async function signedPack(): Promise<string> {
  published += 1;
  const signed = await signPack(packOf({ id: 'callers', version: published }), await newKey());
  return signed.ok ? signed.jws : '';
}

const draftContent = () => packOf({ id: 'callers-draft' });

/** A draft that somebody else wrote, handed in or not, as a sample for a route below it. */
async function draftSample(path: string, { isSubmitted, body }: { isSubmitted: boolean; body?: (draft: Draft) => unknown }) {
  const author = await signedIn(hub, 'Author of drafts', 'author');
  const made = await ask<Draft>(hub, 'POST /desk/api/drafts', { body: { content: draftContent() }, headers: author });
  const submit = `POST /desk/api/drafts/${made.body.id}/submit`;
  const headers = { ...author, 'if-match': made.headers.get('etag')! };
  const draft = isSubmitted ? await ask<Draft>(hub, submit, { headers }) : made;
  return {
    path: `/desk/api/drafts/${made.body.id}${path}`,
    headers: { 'if-match': draft.headers.get('etag')! },
    ...(body && { body: body(draft.body) }),
  };
}

/** A proposal that waits, as a sample for a route below it. */
async function proposalSample(path: string, body?: object): Promise<Sample> {
  const [at, secret] = [proposalsAt(hub), await enrolled(hub)];
  const app = `app-${crypto.randomUUID().slice(0, 8)}`;
  await at.propose(secret, proposed({ app }));
  const { proposals } = await at.listed(await signedIn(hub, 'Author of drafts', 'author'));
  const { id } = proposals.find((one) => one.app === app)!;
  return { path: `/desk/api/proposals/${id}${path}`, headers: { 'if-match': '"1"' }, ...(body && { body }) };
}

/** The id of an item of feedback at the desk. */
async function itemInInbox(): Promise<string> {
  await ask(hub, 'POST /v1/entries', {
    body: { sentAt: hub.clock.now.toISOString(), entries: [feedback()] },
    headers: headersOf.install,
  });
  const { body } = await ask<InboxPage>(hub, 'GET /desk/api/inbox', { headers: headersOf.facilitator });
  return body.items[0]!.id;
}

const newId = () => `pack-${crypto.randomUUID().slice(0, 8)}`;

/** A pack in test whose first version was reviewed here, and headers that name the first revision. */
async function reviewedPack(reach: Partial<Reach> = {}): Promise<{ id: string; headers: Record<string, string> }> {
  const id = newId();
  await publishContent(publishing, packOf({ id }), { channel: 'test', ...reach });
  return { id, headers: { 'if-match': '"1"' } };
}

/** Who may not change keys is refused whatever key is named. */
const keyToChange = async (asker: Asker): Promise<string> => (asker === 'admin' ? (await preparedKey(publishing)).kid : 'a-key');

/** A request that each route answers with success, if the asker may send it. */
const samples: Record<string, (asker: Asker) => Sample | Promise<Sample>> = {
  'GET /desk/*': () => ({ path: '/desk/' }),
  'POST /v1/enrol': (asker) => ({ body: { token: asker === 'enrolment-token' ? enrolToken : 'a-token-that-is-wrong' } }),
  'POST /v1/entries': () => ({ body: { sentAt: hub.clock.now.toISOString(), entries: [feedback()] } }),
  'DELETE /v1/entries/:id': () => ({ path: `/v1/entries/${crypto.randomUUID()}` }),
  'GET /v1/proposals/:id': async () => {
    const path = `/v1/proposals/${crypto.randomUUID()}`;
    await ask(hub, `PUT ${path}`, { body: proposed(), headers: headersOf.install });
    return { path };
  },
  'PUT /v1/proposals/:id': () => ({ path: `/v1/proposals/${crypto.randomUUID()}`, body: proposed() }),
  'DELETE /v1/proposals/:id': () => ({ path: `/v1/proposals/${crypto.randomUUID()}` }),
  'GET /desk/api/proposals/:id': () => proposalSample(''),
  'POST /desk/api/proposals/:id/take': () => proposalSample('/take', { pack: newId() }),
  'POST /desk/api/proposals/:id/return': () => proposalSample('/return', { comment: 'No.' }),
  'POST /desk/api/proposals/:id/decline': () => proposalSample('/decline', { comment: 'No.' }),
  'GET /v1/packs/:id': async () => {
    const headers = { ...bearer(publishToken), 'content-type': 'application/jose' };
    await ask(hub, 'POST /v1/packs', { body: await signedPack(), headers });
    return { path: '/v1/packs/callers' };
  },
  'POST /v1/packs': async () => ({ body: await signedPack(), headers: { 'content-type': 'application/jose' } }),
  'POST /desk/api/packs': async () => ({ body: await signedPack(), headers: { 'content-type': 'application/jose' } }),
  'POST /desk/api/drafts': () => ({ body: { content: draftContent() } }),
  'GET /desk/api/drafts/:id': () => draftSample('', { isSubmitted: false }),
  'PUT /desk/api/drafts/:id': () => draftSample('', { isSubmitted: false, body: () => ({ content: draftContent() }) }),
  'DELETE /desk/api/drafts/:id': () => draftSample('', { isSubmitted: false }),
  'POST /desk/api/drafts/:id/submit': () => draftSample('/submit', { isSubmitted: false }),
  'POST /desk/api/drafts/:id/withdraw': () => draftSample('/withdraw', { isSubmitted: true }),
  'POST /desk/api/drafts/:id/approve': () =>
    draftSample('/approve', { isSubmitted: true, body: ({ contentHash }) => ({ contentHash }) }),
  'POST /desk/api/drafts/:id/return': () => draftSample('/return', { isSubmitted: true, body: () => ({ comment: 'No.' }) }),
  'GET /desk/api/inbox/changes': () => ({ path: '/desk/api/inbox/changes?since=0' }),
  'GET /desk/api/inbox/items/:id': async () => ({ path: `/desk/api/inbox/items/${await itemInInbox()}` }),
  'POST /desk/api/inbox/changes': () => ({
    body: { changes: [{ id: crypto.randomUUID(), revision: 0, action: { do: 'close', reason: 'done' } }] },
  }),
  'POST /desk/api/guide-health/repair': async () => ({
    body: { pack: (await reviewedPack()).id, guide: 'constructor', step: 'open' },
  }),
  'GET /desk/api/packs/:id/versions': async () => ({ path: `/desk/api/packs/${(await reviewedPack()).id}/versions` }),
  'GET /desk/api/packs/:id/changes': async () => ({ path: `/desk/api/packs/${(await reviewedPack()).id}/changes?from=1&to=1` }),
  'PUT /desk/api/packs/:id/versions/:version/reach': async () => {
    const { id, headers } = await reviewedPack();
    return { path: `/desk/api/packs/${id}/versions/1/reach`, body: { ...toEverybody, channel: 'test' }, headers };
  },
  'POST /desk/api/packs/:id/versions/:version/stop': async () => {
    const { id, headers } = await reviewedPack({ share: 10 });
    return { path: `/desk/api/packs/${id}/versions/1/stop`, body: { reason: 'Wrong button' }, headers };
  },
  'POST /desk/api/packs/:id/off': async () => {
    const { id, headers } = await reviewedPack();
    return { path: `/desk/api/packs/${id}/off`, body: { reason: 'Wrong button' }, headers };
  },
  'POST /desk/api/packs/:id/on': async () => {
    const { id, headers } = await reviewedPack();
    return { path: `/desk/api/packs/${id}/on`, headers };
  },
  'POST /desk/api/packs/:id/roll-back': async () => {
    const { id, headers } = await reviewedPack({ share: 10 });
    return { path: `/desk/api/packs/${id}/roll-back`, body: { to: 1 }, headers };
  },
  'POST /desk/api/drafts/:id/publish': async () => {
    const draft = await approvedDraft(opened.store, packOf({ id: newId() }));
    return { path: `/desk/api/drafts/${draft}/publish`, body: toEverybody, headers: { 'if-match': '"4"' } };
  },
  'POST /desk/api/signing-keys/:kid/activate': async (asker) => ({
    path: `/desk/api/signing-keys/${await keyToChange(asker)}/activate`,
  }),
  'POST /desk/api/signing-keys/:kid/retire': async (asker) => ({
    path: `/desk/api/signing-keys/${await keyToChange(asker)}/retire`,
  }),
  'GET /desk/api/providers/:id/begin': () => ({ path: '/desk/api/providers/sample/begin' }),
  'GET /desk/api/providers/:id/callback': () => ({ path: '/desk/api/providers/sample/callback' }),
  'GET /desk/api/providers/:id/end': () => ({ path: '/desk/api/providers/sample/end' }),
  'POST /desk/api/sign-in': async (asker) => {
    const link = await createSignInLink(opened.store, { role: 'viewer', now: hub.clock.now, publicUrl: '' });
    return { body: { token: asker === 'sign-in-link' ? link.url.split('=')[1] : 'a-token-that-is-wrong' } };
  },
  // The cookie of the asker is needed for the other routes.
  'POST /desk/api/sign-out': async (asker) => ({ headers: isRole(asker) ? await signedIn(hub, 'Leaver', asker) : {} }),
  'DELETE /desk/api/sign-ins/:id': async (asker) => ({ path: `/desk/api/sign-ins/${await signInToEnd(asker)}` }),
  'DELETE /desk/api/admin/sign-ins/:id': async () => ({ path: `/desk/api/admin/sign-ins/${await signInToEnd('nobody')}` }),
};

function expectedStatus(callers: Callers, asker: Asker): string {
  if (callers === 'anyone' || callers === asker) return 'success';
  if (callers === 'enrolment-token' || callers === 'sign-in-link') return 'refused 403';
  if (typeof callers === 'string') return 'refused 401';
  if (!isRole(asker)) return 'refused 401';
  return callers.includes(asker) ? 'success' : 'refused 403 wrong-role';
}

async function answerTo(route: string, asker: Asker): Promise<string> {
  const { path, body, headers } = (await samples[route]?.(asker)) ?? {};
  const [method, template] = route.split(' ');
  const answer = await ask<Problem>(hub, `${method} ${path ?? template}`, { body, headers: { ...headersOf[asker], ...headers } });
  // Without a built desk its page answers 503, to everybody alike; who signed in by a link has nothing to confirm.
  const isAdmitted =
    `${template} ${answer.status}` === '/desk/* 503' || `${template} ${answer.status}` === '/desk/api/confirm 404';
  if (answer.status < 400 || isAdmitted) return 'success';
  const kind = answer.body.type?.split(':').at(-1);
  return `refused ${answer.status}${kind === 'wrong-role' ? ' wrong-role' : ''}`;
}

describe('each route admits its callers and nobody else', () => {
  test.each(Object.entries(allowed))('%s admits %j', async (route, callers) => {
    for (const asker of ASKERS) expect([asker, await answerTo(route, asker)]).toEqual([asker, expectedStatus(callers, asker)]);
  });
});

test('the routes of the hub and their callers are those of the table', () => {
  const declared = listCallers(hub.app).map(({ method, path, callers }) => [`${method} ${path}`, callers]);
  expect(Object.fromEntries(declared)).toEqual(allowed);
});

test('the API document says of each route who may call it', async () => {
  type Documented = Record<string, Record<string, { 'x-cairn-callers'?: Callers }>>;
  const { body } = await ask<{ paths: Documented }>(hub, 'GET /openapi.json');
  const documented = Object.entries(body.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, route]) => [
      `${method.toUpperCase()} ${path.replace(/\{(\w+)\}/g, ':$1')}`,
      route['x-cairn-callers'],
    ]),
  );
  expect(documented.length).toBeGreaterThan(10);
  for (const [route, callers] of documented) expect([route, callers]).toEqual([route, allowed[route as string]]);
});

test('a hub with a route that does not declare its callers does not start', () => {
  const app = new Hono().get('/open', admit('anyone'), (c) => c.text('')).post('/forgotten', (c) => c.text(''));
  expect(() => requireDeclaredCallers(app)).toThrow('these routes do not declare who may call them: POST /forgotten');
});

test('a refused role is told which role it takes and how to get it', async () => {
  const { body } = await ask<Problem>(hub, 'GET /desk/api/backlog', { headers: headersOf.viewer });
  expect(body.detail).toBe('You are signed in as viewer. This is for the role facilitator or admin.');
  expect(body.remedy).toContain('link --name NAME --role facilitator');
});

test('who is signed in learns which routes the role may call', async () => {
  const { body } = await ask<{ may: string[] }>(hub, 'GET /desk/api/me', { headers: headersOf.viewer });
  expect(body.may).toContain('GET /desk/api/answers');
  expect(body.may).not.toContain('GET /desk/api/backlog');
});
