import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { eq } from 'drizzle-orm';
import { beforeEach, expect, test } from 'vitest';
import { writeBackup } from '../../../../src/hub/backup/write-backup.ts';
import { createFileSigner } from '../../../../src/hub/packs/signing/file-signer.ts';
import { openPrivateKey } from '../../../../src/hub/packs/signing/seal-private-key.ts';
import { signingKeys } from '../../../../src/hub/store/release-schema.ts';
import type { Problem } from '../../../../src/model/hub-api/intake.ts';
import type { ReleaseDocument } from '../../../../src/model/hub-api/release-document.ts';
import { type SigningKeyList, signingKeyList } from '../../../../src/model/hub-api/signing-keys.ts';
import { verifyPack } from '../../../../src/packs/verify-pack.ts';
import { ask, bearer, enrolled, type HubInTest, hubOn, publishToken, secretOf, signingSecret } from '../../hub-in-test.ts';
import { onBothStores } from '../../on-both-stores.ts';
import { packOf, signed } from '../../packs-in-test.ts';
import {
  anActiveKey,
  approvedDraft,
  type Publishing,
  preparedKey,
  publishContent,
  publishDraft,
  publishingAt,
} from '../publishing-in-test.ts';

onBothStores((store) => {
  let hub: HubInTest;
  let publishing: Publishing;
  let id: string;
  beforeEach(async () => {
    hub = hubOn(store());
    publishing = await publishingAt(hub);
    id = `pack-${crypto.randomUUID().slice(0, 8)}`;
  });
  const change = (kid: string, action: string, at: Publishing = publishing) =>
    ask<SigningKeyList & Problem>(at.hub, `POST /desk/api/signing-keys/${kid}/${action}`, { headers: at.admin });
  const states = ({ keys }: SigningKeyList) => Object.fromEntries(keys.map(({ kid, state }) => [kid, state]));
  const offered = async (query = '') => {
    const headers = { ...bearer(await enrolled(hub)), accept: 'application/vnd.cairn.release+json' };
    return ask<ReleaseDocument>(hub, `GET /v1/packs/${id}${query}`, { headers });
  };

  test('a key is prepared, then active, then retired, and one at a time is active', async () => {
    const first = await preparedKey(publishing);
    const active = await change(first.kid, 'activate');
    expect(states(signingKeyList.parse(active.body))[first.kid]).toBe('active');
    expect(active.body.keys.find(({ kid }) => kid === first.kid)).toMatchObject({ x: first.x, heldBy: 'file' });
    const second = await preparedKey(publishing);
    expect(states((await change(second.kid, 'activate')).body)).toMatchObject({ [first.kid]: 'retired', [second.kid]: 'active' });
    for (const [kid, action] of [
      [first.kid, 'activate'],
      [first.kid, 'retire'],
      [second.kid, 'activate'],
    ] as const)
      expect(await change(kid, action)).toMatchObject({ status: 409, body: { type: 'urn:cairn:problem:wrong-state' } });
    expect((await change('nobody', 'activate')).status).toBe(404);
    const [row] = await store().select().from(signingKeys).where(eq(signingKeys.kid, first.kid));
    expect(row?.sealedPrivateKey).toBeNull();
  });

  test('all that devices are offered of this hub is signed again by a new key; what was signed elsewhere is not', async () => {
    const old = await anActiveKey(publishing);
    await publishContent(publishing, packOf({ id, version: 1 }));
    await publishContent(publishing, packOf({ id, version: 2 }), { share: 10 });
    await publishContent(publishing, packOf({ id, version: 3 }), { channel: 'test' });
    await publishContent(publishing, packOf({ id, version: 4 }), { channel: 'test', from: '2027-01-01T00:00:00.000Z' });
    const elsewhere = await signed(packOf({ id: `${id}-elsewhere` }));
    await ask(hub, 'POST /v1/packs', { body: elsewhere, headers: bearer(publishToken) });
    const before = (await offered()).headers.get('etag');
    const key = await preparedKey(publishing);
    await change(key.kid, 'activate');
    const after = await offered();
    expect(after.headers.get('etag')).not.toBe(before);
    const inTest = await offered('?channel=test');
    for (const { version, jws = '' } of [...after.body.versions, ...inTest.body.versions]) {
      expect(await verifyPack(jws, [{ ...key, apps: ['*'] }])).toMatchObject({ ok: true, pack: { version } });
      expect((await verifyPack(jws, [{ ...old, apps: ['*'] }])).ok).toBe(false);
    }
    expect([...after.body.versions, ...inTest.body.versions].map(({ version }) => version)).toEqual([2, 1, 3]);
    hub.clock.now = new Date('2027-01-02T00:00:00Z');
    const [scheduled] = (await offered('?channel=test')).body.versions;
    expect(await verifyPack(scheduled?.jws ?? '', [{ ...key, apps: ['*'] }])).toMatchObject({ ok: true, pack: { version: 4 } });
    id = `${id}-elsewhere`;
    expect((await offered()).body.versions[0]?.jws).toBe(elsewhere);
  });

  test('the private part is in no response, no log line and no backup, in whatever form', async () => {
    const spoken: string[] = [];
    const { app } = hub;
    const listening = {
      ...hub,
      app: {
        request: async (...given: Parameters<typeof app.request>) => {
          const response = await app.request(...given);
          spoken.push(JSON.stringify([...response.headers]), await response.clone().text());
          return response;
        },
      } as typeof app,
    };
    const at = { ...publishing, hub: listening };
    const key = await preparedKey(at);
    const [row] = await store().select().from(signingKeys).where(eq(signingKeys.kid, key.kid));
    const d = (await openPrivateKey(row!.sealedPrivateKey!, signingSecret, key))!;
    expect(d).toHaveLength(32);
    await change(key.kid, 'activate', at);
    await publishContent(at, packOf({ id }));
    await ask(listening, 'GET /openapi.json');
    const folder = mkdtempSync(join(tmpdir(), 'cairn-keys-'));
    await writeBackup(store(), { file: join(folder, 'hub.gz'), now: new Date(), onProgress: () => undefined });
    const backup = gunzipSync(readFileSync(join(folder, 'hub.gz')));
    rmSync(folder, { recursive: true });
    expect(backup.toString()).toContain(key.kid);
    const everything = Buffer.concat([backup, Buffer.from(spoken.join('\n')), Buffer.from(hub.log.join('\n'))]);
    const forms = [
      d,
      d.toString('hex'),
      d.toString('hex').toUpperCase(),
      d.toString('base64'),
      d.toString('base64url'),
      signingSecret,
    ];
    for (const form of forms) expect(everything.includes(form)).toBe(false);
    expect(spoken.join()).not.toContain('sealed');
    await change(key.kid, 'retire');
  });

  test('with a wrong secret nothing is signed, made or lost, and with the right one all goes on', async () => {
    const key = await anActiveKey(publishing);
    const prepared = await preparedKey(publishing);
    const wrong = hubOn(store(), {
      signer: createFileSigner({ store: store(), secret: secretOf('another-secret-of-somebody') }),
    });
    const astray = { ...publishing, hub: wrong };
    const draft = await approvedDraft(store(), packOf({ id }));
    const answers = [
      await publishDraft<Problem>(astray, draft),
      await ask<Problem>(wrong, 'POST /desk/api/signing-keys', { headers: publishing.admin }),
      await change(prepared.kid, 'activate', astray),
    ];
    for (const { status, body } of answers) {
      expect([status, body.type]).toEqual([503, 'urn:cairn:problem:signer-unavailable']);
      expect(body.detail).toMatch(/signing secret of this hub is not the one/);
      expect(body.remedy).toContain('CAIRN_SIGNING_SECRET');
    }
    expect((await publishDraft(publishing, draft)).status).toBe(201);
    const [version] = (await offered()).body.versions;
    expect(await verifyPack(version?.jws ?? '', [{ ...key, apps: ['*'] }])).toMatchObject({ ok: true });
    expect((await change(prepared.kid, 'activate')).status).toBe(200);
  });

  test('a key whose secret is lost can be retired, so that a new one can be made', async () => {
    await preparedKey(publishing);
    const wrong = hubOn(store(), {
      signer: createFileSigner({ store: store(), secret: secretOf('another-secret-of-somebody') }),
    });
    const { keys } = (await ask<SigningKeyList>(wrong, 'GET /desk/api/signing-keys', { headers: publishing.admin })).body;
    for (const { kid, state } of keys) if (state !== 'retired') await change(kid, 'retire', { ...publishing, hub: wrong });
    const made = await ask(wrong, 'POST /desk/api/signing-keys', { headers: publishing.admin });
    expect(made.status).toBe(201);
    for (const { kid } of (made.body as SigningKeyList).keys.filter(({ state }) => state === 'prepared'))
      await change(kid, 'retire');
  });

  test('what people did with keys is in the access log', async () => {
    const { kid } = await preparedKey(publishing);
    await change(kid, 'activate');
    await change(kid, 'retire');
    const { body } = await ask<object>(hub, 'GET /desk/api/admin/access-log', { headers: publishing.admin });
    for (const what of ['made', 'activated', 'retired'])
      expect(JSON.stringify(body)).toContain(`"signing key ${what}","query":"kid=${kid}"`);
  });
});
