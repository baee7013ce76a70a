import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { restoreBackup } from '../../../src/hub/backup/restore-backup.ts';
import { writeBackup } from '../../../src/hub/backup/write-backup.ts';
import { openMemory } from '../../../src/hub/store/open-folder.ts';
import { RELEASE_TYPE, type ReleaseDocument } from '../../../src/model/hub-api/release-document.ts';
import { verifyPack } from '../../../src/packs/verify-pack.ts';
import { ask, bearer, enrolled, type HubInTest, hubOn } from '../hub-in-test.ts';
import {
  anActiveKey,
  approvedDraft,
  publishContent,
  publishDraft,
  publishingAt,
  versionsOf,
  write,
} from '../packs/publishing-in-test.ts';
import { packOf } from '../packs-in-test.ts';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 }); // each opens stores of its own, which takes seconds on a busy machine

const quiet = () => undefined;
let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'cairn-releases-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

async function offered(hub: HubInTest, id: string): Promise<ReleaseDocument> {
  const headers = { ...bearer(await enrolled(hub)), accept: RELEASE_TYPE };
  return (await ask<ReleaseDocument>(hub, `GET /v1/packs/${id}`, { headers })).body;
}

test('a restored hub offers the same versions, has the same drafts, and signs on with the secret of the first', async () => {
  const [source, target] = [await openMemory(), await openMemory()];
  const id = 'restored';
  const publishing = await publishingAt(hubOn(source.store));
  const key = await anActiveKey(publishing);
  await publishContent(publishing, packOf({ id }));
  await publishContent(publishing, packOf({ id, version: 2 }), { share: 10, departments: ['Sales'] });
  await write(publishing, `POST /desk/api/packs/${id}/off`, { body: { reason: 'Wrong button' } });
  const draft = await approvedDraft(source.store, packOf({ id, version: 3 }));
  const [before, versions] = [await offered(publishing.hub, id), await versionsOf(publishing, id)];
  expect(before).toMatchObject({ isOff: true, versions: [{ version: 2, share: 10 }, { version: 1 }] });
  const file = join(folder, 'hub.gz');
  await writeBackup(source.jobs, { file, now: new Date(), onProgress: quiet });
  expect(await restoreBackup(target.jobs, { file, onProgress: quiet })).toMatchObject({ ok: true });
  const restored = await publishingAt(hubOn(target.store));
  expect(await offered(restored.hub, id)).toEqual(before);
  expect(await versionsOf(restored, id)).toEqual(versions);
  expect((await publishDraft(restored, draft)).status).toBe(201);
  const [third] = (await offered(restored.hub, id)).versions;
  expect(await verifyPack(third?.jws ?? '', [{ ...key, apps: ['*'] }])).toMatchObject({ ok: true, pack: { version: 3 } });
  await Promise.all([source.close(), target.close()]);
});
