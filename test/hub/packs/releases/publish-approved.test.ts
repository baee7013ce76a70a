import { beforeEach, expect, test } from 'vitest';
import { readSignedContent } from '../../../../src/hub/packs/read-signed-content.ts';
import type { Problem } from '../../../../src/model/hub-api/intake.ts';
import type { Release } from '../../../../src/model/hub-api/releases.ts';
import { release } from '../../../../src/model/hub-api/releases.ts';
import { verifyPack } from '../../../../src/packs/verify-pack.ts';
import { ask, bearer, enrolled, hubOn, publishToken } from '../../hub-in-test.ts';
import { onBothStores } from '../../on-both-stores.ts';
import { packOf, signed } from '../../packs-in-test.ts';
import {
  anActiveKey,
  approvedDraft,
  type Publishing,
  publishContent,
  publishDraft,
  publishingAt,
  versionsOf,
} from '../publishing-in-test.ts';

onBothStores((store) => {
  let publishing: Publishing;
  let id: string;
  beforeEach(async () => {
    publishing = await publishingAt(hubOn(store()));
    id = `pack-${crypto.randomUUID().slice(0, 8)}`;
  });
  const fetchPack = async () => {
    const headers = { ...bearer(await enrolled(publishing.hub)), accept: 'application/jose' };
    return ask<string>(publishing.hub, `GET /v1/packs/${id}`, { headers });
  };

  test('without an active key a draft is not published, and stays approved', async () => {
    const { body } = await ask<{ keys: { kid: string; state: string }[] }>(publishing.hub, 'GET /desk/api/signing-keys', {
      headers: publishing.admin,
    });
    for (const { kid, state } of body.keys)
      if (state === 'active')
        await ask(publishing.hub, `POST /desk/api/signing-keys/${kid}/retire`, { headers: publishing.admin });
    const draft = await approvedDraft(store(), packOf({ id }));
    const refused = await publishDraft<Problem>(publishing, draft);
    expect(refused).toMatchObject({ status: 409, body: { type: 'urn:cairn:problem:no-active-key' } });
    await anActiveKey(publishing);
    expect((await publishDraft(publishing, draft)).status).toBe(201);
  });

  test('an approved draft is signed byte for byte, and browsers that know the key accept it', async () => {
    const key = await anActiveKey(publishing);
    const text = `${JSON.stringify(packOf({ id, version: 3 }), null, 1)}\n `;
    const draft = await approvedDraft(store(), packOf({ id, version: 3 }), { text });
    const published = await publishDraft(publishing, draft, { share: 20, departments: ['Sales'] });
    expect(published.status).toBe(201);
    expect(published.headers.get('etag')).toBe('"1"');
    expect(release.parse(published.body)).toMatchObject({
      ...{ version: 3, channel: 'live', share: 20, departments: ['Sales'], from: null, until: null },
      ...{ state: 'offered', revision: 1, stopReason: null, copyOf: null },
      ...{ publishedBy: expect.stringContaining('Publisher'), approvedBy: expect.stringContaining('Reviewer') },
    });
    await publishContent(publishing, packOf({ id, version: 4 }));
    const jws = (await fetchPack()).body;
    expect(await verifyPack(jws, [{ ...key, apps: ['orders'] }])).toMatchObject({ ok: true, kid: key.kid });
    expect(await readSignedContent(store(), { id, version: 3 })).toBe(text);
  });

  test('a draft is published once, also by two people at the same moment', async () => {
    await anActiveKey(publishing);
    const draft = await approvedDraft(store(), packOf({ id }));
    const answers = await Promise.all([1, 2, 3].map(() => publishDraft<Release & Problem>(publishing, draft)));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 412, 412]);
    expect((await versionsOf(publishing, id)).releases).toHaveLength(1);
    const again = await publishDraft<Problem>(publishing, draft, {}, '"5"');
    expect(again).toMatchObject({ status: 409, body: { type: 'urn:cairn:problem:not-approved' } });
  });

  test.each(['draft', 'in-review'] as const)('what nobody approved is not published: %s', async (state) => {
    await anActiveKey(publishing);
    const draft = await approvedDraft(store(), packOf({ id }), { state });
    expect(await publishDraft<Problem>(publishing, draft)).toMatchObject({
      status: 409,
      body: { type: 'urn:cairn:problem:not-approved', detail: expect.stringContaining(state) },
    });
    expect((await fetchPack()).status).toBe(404);
  });

  test('publishing names the revision that was read', async () => {
    await anActiveKey(publishing);
    const draft = await approvedDraft(store(), packOf({ id }));
    const late = await publishDraft<Problem>(publishing, draft, {}, '"3"');
    expect(late).toMatchObject({
      status: 412,
      body: { detail: expect.stringMatching(/Reviewer .* changed it at 2026-11-22T11:00/) },
    });
    expect(late.headers.get('etag')).toBe('"4"');
    const { publisher } = publishing;
    const without = await ask<Problem>(publishing.hub, `POST /desk/api/drafts/${draft}/publish`, {
      body: { channel: 'live', share: 100, departments: [], from: null, until: null },
      headers: publisher,
    });
    expect(without.status).toBe(428);
    expect((await publishDraft(publishing, crypto.randomUUID())).status).toBe(404);
  });

  test('a draft whose version was published meanwhile, or whose id belongs to another app, has to be handed in again', async () => {
    await anActiveKey(publishing);
    const draft = await approvedDraft(store(), packOf({ id, version: 2 }));
    await ask(publishing.hub, 'POST /v1/packs', {
      body: await signed(packOf({ id, version: 2 })),
      headers: bearer(publishToken),
    });
    expect(await publishDraft<Problem>(publishing, draft)).toMatchObject({
      status: 409,
      body: { type: 'urn:cairn:problem:version-held', remedy: expect.stringContaining('hand it in again') },
    });
    const other = await approvedDraft(store(), packOf({ id, app: 'shop', version: 9 }));
    expect(await publishDraft<Problem>(publishing, other)).toMatchObject({
      status: 409,
      body: { type: 'urn:cairn:problem:id-taken', detail: expect.stringContaining('orders') },
    });
  });

  test('content that browsers would refuse is not signed', async () => {
    await anActiveKey(publishing);
    const content = { ...packOf({ id }), format: 'cairn/9' };
    const refused = await publishDraft<Problem>(publishing, await approvedDraft(store(), content));
    expect(refused).toMatchObject({
      status: 409,
      body: { type: 'urn:cairn:problem:not-a-pack', detail: expect.stringContaining('format') },
    });
  });

  test('what was signed elsewhere is released to everybody at once, as before', async () => {
    await ask(publishing.hub, 'POST /v1/packs', { body: await signed(packOf({ id })), headers: bearer(publishToken) });
    const { publisher } = publishing;
    const headers = { ...publisher, 'content-type': 'application/jose' };
    await ask(publishing.hub, 'POST /desk/api/packs', { body: await signed(packOf({ id, version: 2 })), headers });
    const { releases } = await versionsOf(publishing, id);
    expect(releases).toMatchObject([
      {
        version: 2,
        share: 100,
        channel: 'live',
        state: 'offered',
        publishedBy: expect.stringContaining('Publisher'),
        approvedBy: null,
      },
      { version: 1, share: 100, channel: 'live', state: 'superseded', publishedBy: null, approvedBy: null },
    ]);
  });

  test('the signature of this hub is not replaced by one that nobody verified', async () => {
    const key = await anActiveKey(publishing);
    await publishContent(publishing, packOf({ id }));
    const forged = (await signed(packOf({ id }))).replace(/[^.]*$/, 'AAAA');
    const again = await ask(publishing.hub, 'POST /v1/packs', { body: forged, headers: bearer(publishToken) });
    expect(again).toMatchObject({ status: 200, body: { duplicate: true } });
    expect(await verifyPack((await fetchPack()).body, [{ ...key, apps: ['*'] }])).toMatchObject({ ok: true });
  });

  test('publishing is in the access log, with who did it', async () => {
    await anActiveKey(publishing);
    await publishContent(publishing, packOf({ id }));
    const { body } = await ask<{ rows: { resource: string; query: string; name: string }[] }>(
      publishing.hub,
      'GET /desk/api/admin/access-log',
      { headers: publishing.admin },
    );
    expect(JSON.stringify(body)).toContain(`pack=${id} version=1`);
  });
});
