import { type SQL, sql } from 'drizzle-orm';
import { createApp, type HubApp } from '../../src/hub/app.ts';
import { createSignInLink } from '../../src/hub/auth/sign-in-link.ts';
import type { HubDeps } from '../../src/hub/http/hub-deps.ts';
import { createJsonLog } from '../../src/hub/log/log.ts';
import { createFileSigner } from '../../src/hub/packs/signing/file-signer.ts';
import type { SigningSecret } from '../../src/hub/packs/signing/signing-secret.ts';
import { queryRows } from '../../src/hub/store/query-rows.ts';
import { sha256 } from '../../src/hub/store/sha256.ts';
import type { Store } from '../../src/hub/store/store.ts';
import { noTelemetry } from '../../src/hub/telemetry/telemetry.ts';
import type { BacklogPage } from '../../src/model/hub-api/backlog-item.ts';
import type { BatchReply, Problem } from '../../src/model/hub-api/intake.ts';
import type { Role } from '../../src/model/hub-api/role.ts';

export const enrolToken = 'a-token-for-enrolment';
export const publishToken = 'a-token-for-publishing';

export const signingSecret = 'a-secret-for-signing-keys';

export function secretOf(text: string): SigningSecret {
  const read: SigningSecret['read'] = async () => ({ ok: true, value: text });
  return { read, readOrMake: read };
}

/** What an install may send in a day, as the settings have it by default. */
export const budget = { entries: 5000, bytes: 5_000_000 };

/** A hub without a server, its clock in our hands and its log in memory. */
export interface HubInTest {
  app: HubApp;
  store: Store;
  clock: { now: Date };
  log: string[];
}

export function hubOn(store: Store, given: Partial<HubDeps> = {}): HubInTest {
  const clock = { now: new Date('2026-11-22T12:00:00Z') };
  const log: string[] = [];
  const app = createApp({ ...hubDeps(store, { now: () => clock.now, log }), ...given });
  return { app, store, clock, log };
}

/** What the routes of a hub in a test are given. */
export function hubDeps(store: Store, { now, log }: { now: () => Date; log: string[] }): HubDeps {
  return {
    store,
    probe: store,
    now,
    log: createJsonLog({ write: (line) => log.push(line), minLevel: 'debug', now }),
    telemetry: noTelemetry,
    connections: 10,
    enrolTokenHash: sha256(enrolToken),
    publishTokenHash: sha256(publishToken),
    signer: createFileSigner({ store, secret: secretOf(signingSecret) }),
    publicUrl: () => 'https://cairn.example.com',
    deskFolder: '/nowhere',
    retentionDays: 30,
    proxyHops: 0,
    budget,
    releaseHours: 0,
    installsPerPerson: 2,
    providers: [],
    confirmMinutes: { reading: 60, publishing: 5 },
    isStopping: () => false,
  };
}

export interface HubResponse<T> {
  status: number;
  headers: Headers;
  body: T;
}

/** Asks the hub; a body that is not text or bytes is sent as JSON. */
export async function ask<T>(
  { app }: Pick<HubInTest, 'app'>,
  what: string,
  sent: { body?: unknown; headers?: Record<string, string> } = {},
): Promise<HubResponse<T>> {
  const [method = 'GET', path = '/'] = what.split(' ');
  const raw = sent.body === undefined || typeof sent.body === 'string' || sent.body instanceof Uint8Array;
  const body = raw ? (sent.body as BodyInit | undefined) : JSON.stringify(sent.body);
  const headers = { ...(sent.body !== undefined && { 'content-type': 'application/json' }), ...sent.headers };
  const response = await app.request(path, { method, headers, body });
  const text = await response.text();
  const isJson = /json/.test(response.headers.get('content-type') ?? '');
  return { status: response.status, headers: response.headers, body: (isJson ? JSON.parse(text) : text) as T };
}

export const bearer = (secret: string) => ({ authorization: `Bearer ${secret}` });

/** A new install's secret. */
export async function enrolled(hub: HubInTest): Promise<string> {
  const { body } = await ask<{ secret: string }>(hub, 'POST /v1/enrol', { body: { token: enrolToken } });
  return body.secret;
}

export interface EstablishedOptions {
  /** The hash of its person. */
  person?: string | undefined;
}

/** The secret of an install that enrolled a month ago and was active on two days since then, so that it counts in figures. */
export async function established(hub: HubInTest, { person }: EstablishedOptions = {}): Promise<string> {
  const { body } = await ask<{ install: string; secret: string }>(hub, 'POST /v1/enrol', { body: { token: enrolToken, person } });
  const ago = (days: number) => new Date(hub.clock.now.getTime() - days * 86_400_000).toISOString();
  await hub.store.execute(sql`update installs
    set first_enrolled_at = ${ago(30)}::timestamptz, active_on = ${ago(20)}::date, active_again_on = ${ago(19)}::date
    where id = ${body.install}`);
  return body.secret;
}

/** A person's hash as a device makes it, the same for the same name. */
export const personHash = (name: string): string => sha256(`person ${name}`);

/** The cookie of somebody who signed in, by default as a facilitator. */
export async function signedIn(hub: HubInTest, name = 'Ada', role: Role = 'facilitator'): Promise<{ cookie: string }> {
  const link = await createSignInLink(hub.store, { name, role, now: hub.clock.now, publicUrl: 'https://cairn.example.com' });
  const { headers } = await ask(hub, 'POST /desk/api/sign-in', { body: { token: link.url.split('sign-in=')[1] } });
  return { cookie: headers.get('set-cookie')?.split(';')[0] ?? '' };
}

export function send(hub: HubInTest, secret: string, entries: unknown[], sentAt = hub.clock.now.toISOString()) {
  return ask<BatchReply & Problem>(hub, 'POST /v1/entries', { body: { sentAt, entries }, headers: bearer(secret) });
}

export async function backlog(hub: HubInTest, cookie: { cookie: string }, query = ''): Promise<BacklogPage> {
  const { body } = await ask<BacklogPage>(hub, `GET /desk/api/backlog${query}`, { headers: cookie });
  return body;
}

export const rowsOf: <T>(store: Store, asked: SQL) => Promise<T[]> = queryRows;

const common = { at: '2026-11-22T11:59:00.000Z', app: 'orders', route: '/orders/:id' };
export const feedback = (more: object = {}) => ({
  kind: 'feedback',
  id: crypto.randomUUID() as string,
  ...common,
  choice: 'confused',
  ...more,
});
export const wordsFor = (of: string, words: string, more: object = {}) => ({
  kind: 'words',
  id: crypto.randomUUID() as string,
  ...common,
  of,
  words,
  ...more,
});
export const answered = (answer: object) => ({
  kind: 'answer',
  id: crypto.randomUUID() as string,
  ...common,
  about: { pack: 'orders-basics', version: 1, guide: 'how-is-it' },
  answer,
});
export const shown = (more: object = {}) => ({
  kind: 'guide',
  id: crypto.randomUUID() as string,
  ...common,
  about: { pack: 'orders-basics', version: 1, guide: 'first-order' },
  what: 'shown',
  ...more,
});
