import { randomUUID } from 'node:crypto';
import { hashContent } from '../../../src/hub/packs/drafts/hash-content.ts';
import { accounts } from '../../../src/hub/store/account-schema.ts';
import { packDrafts } from '../../../src/hub/store/draft-schema.ts';
import type { Store } from '../../../src/hub/store/store.ts';
import type { PackVersions, Reach, Release } from '../../../src/model/hub-api/releases.ts';
import type { SigningKeyList } from '../../../src/model/hub-api/signing-keys.ts';
import { ask, type HubInTest, signedIn } from '../hub-in-test.ts';

/** Publishing as people at the desk do it, on a hub in a test. */
export interface Publishing {
  hub: HubInTest;
  admin: { cookie: string };
  publisher: { cookie: string };
}

export async function publishingAt(hub: HubInTest): Promise<Publishing> {
  const name = (role: string) => `${role} ${randomUUID().slice(0, 8)}`;
  return {
    hub,
    admin: await signedIn(hub, name('Admin'), 'admin'),
    publisher: await signedIn(hub, name('Publisher'), 'publisher'),
  };
}

const keysOf = async ({ hub, admin }: Publishing) =>
  (await ask<SigningKeyList>(hub, 'GET /desk/api/signing-keys', { headers: admin })).body.keys;

/** Makes a key that is prepared, and returns its public part. */
export async function preparedKey(publishing: Publishing): Promise<{ kid: string; x: string }> {
  const before = (await keysOf(publishing)).map(({ kid }) => kid);
  const made = await ask<SigningKeyList>(publishing.hub, 'POST /desk/api/signing-keys', { headers: publishing.admin });
  const { kid, x } = made.body.keys.find((one) => !before.includes(one.kid))!;
  return { kid, x };
}

/** The public part of the active key, which is made if there is none. */
export async function anActiveKey(publishing: Publishing): Promise<{ kid: string; x: string }> {
  const active = (await keysOf(publishing)).find(({ state }) => state === 'active');
  if (active) return { kid: active.kid, x: active.x };
  const key = await preparedKey(publishing);
  await ask(publishing.hub, `POST /desk/api/signing-keys/${key.kid}/activate`, { headers: publishing.admin });
  return key;
}

export interface ApprovedContent {
  id: string;
  app: string;
  version: number;
}

/** A draft that was reviewed, and its id. */
export async function approvedDraft(
  store: Store,
  content: ApprovedContent,
  { text = JSON.stringify(content), state = 'approved' as 'approved' | 'draft' | 'in-review' } = {},
): Promise<string> {
  const [id, reviewer, now] = [randomUUID(), randomUUID(), new Date('2026-11-22T11:00:00Z')];
  await store.insert(accounts).values({ id: reviewer, name: `Reviewer ${reviewer}`, madeAt: now });
  const isApproved = state === 'approved';
  await store.insert(packDrafts).values({
    ...{ id, pack: content.id, app: content.app, version: content.version, content: text, contentHash: hashContent(text) },
    ...{ state, revision: 4, updatedAt: now, updatedBy: reviewer },
    ...(isApproved && { approvedBy: reviewer, approvedHash: hashContent(text) }),
  });
  return id;
}

export const toEverybody: Reach = { channel: 'live', share: 100, departments: [], from: null, until: null };

export const publishDraft = <T = Release>(
  { hub, publisher }: Publishing,
  draft: string,
  reach: Partial<Reach> = {},
  ifMatch = '"4"',
) =>
  ask<T>(hub, `POST /desk/api/drafts/${draft}/publish`, {
    body: { ...toEverybody, ...reach },
    headers: { ...publisher, 'if-match': ifMatch },
  });

/** Publishes content that was reviewed. */
export const publishContent = async (publishing: Publishing, content: ApprovedContent, reach: Partial<Reach> = {}) =>
  publishDraft(publishing, await approvedDraft(publishing.hub.store, content), reach);

export const versionsOf = async ({ hub, publisher }: Publishing, id: string): Promise<PackVersions> =>
  (await ask<PackVersions>(hub, `GET /desk/api/packs/${id}/versions`, { headers: publisher })).body;

/** A write on a pack or one of its releases, with the revision that is current unless another is given. */
export async function write<T = PackVersions>(
  publishing: Publishing,
  what: string,
  { body, ifMatch }: { body?: unknown; ifMatch?: string } = {},
) {
  const [, id = '', version] = /packs\/([\w-]+)(?:\/versions\/(\d+))?/.exec(what) ?? [];
  const pack = await versionsOf(publishing, id);
  const revision = version ? pack.releases?.find((one) => String(one.version) === version)?.revision : pack.revision;
  const headers = { ...publishing.publisher, 'if-match': ifMatch ?? `"${revision}"` };
  return ask<T>(publishing.hub, what, { body, headers });
}
