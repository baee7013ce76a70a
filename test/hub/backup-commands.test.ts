import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { BatchReply } from '../../src/model/hub-api/intake.ts';
import { createDatabase } from '../run/shared-postgres.ts';
import { feedback } from './hub-in-test.ts';
import { enrolAt, post, urlOf } from './hub-process.ts';
import { useHubs } from './use-hubs.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'cairn-backups-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));
vi.setConfig({ testTimeout: 180_000 }); // each starts processes of its own, which take seconds on a busy machine

const start = useHubs();

const sendTo = (url: string, secret: string, entry: object) => {
  const sentAt = new Date().toISOString();
  return post<BatchReply>(`${url}/v1/entries`, { sentAt, entries: [entry] }, secret);
};

test.each(['PGlite', 'PostgreSQL'])(
  'a hub on %s that runs is backed up, and its backup is restored once, into an empty store',
  async (name) => {
    const storeOf = async (label: string): Promise<Record<string, string>> =>
      name === 'PGlite' ? { CAIRN_DATA: join(folder, label) } : { DATABASE_URL: await createDatabase() };
    const [own, other] = [await storeOf('own'), await storeOf('other')];
    const file = join(folder, `${name}.gz`);
    const hub = start(own);
    const url = await urlOf(hub);
    const secret = await enrolAt(url);
    const entry = feedback({ at: new Date().toISOString() });
    expect((await sendTo(url, secret, entry)).status).toBe(200);

    const written = await start(own, 'backup', file).ended;
    expect([written.code, written.stderr]).toEqual([0, expect.stringMatching(/^Backup of \d+ rows, \d+ bytes: /m)]);
    expect((await fetch(`${url}/readyz`)).status).toBe(200);
    const again = await start(own, 'backup', file).ended;
    expect([again.code, again.stderr]).toEqual([
      1,
      expect.stringMatching(/could not be written \(EEXIST\)\. Give a file that does not exist/),
    ]);

    const restored = await start(other, 'restore', file).ended;
    expect([restored.code, restored.stderr]).toEqual([0, expect.stringMatching(/Restored \d+ rows of the backup of 2/)]);
    const twice = await start(other, 'restore', file).ended;
    expect([twice.code, twice.stderr]).toEqual([
      1,
      expect.stringMatching(/the store is not empty: \w+ has rows\. Restore into a new/),
    ]);

    const later = await urlOf(start(other));
    expect((await sendTo(later, secret, entry)).body.results).toMatchObject([{ accepted: true, duplicate: true }]);
  },
);

test('a backup without a store, and a restore without a backup, say what is missing', async () => {
  const nowhere = { CAIRN_DATA: join(folder, 'nowhere') };
  const backup = await start(nowhere, 'backup', join(folder, 'none.gz')).ended;
  expect([backup.code, backup.stderr]).toEqual([1, expect.stringMatching(/^CAIRN_DATA: there is no store of a hub in /)]);
  expect(existsSync(nowhere.CAIRN_DATA)).toBe(false);
  const restore = await start({ DATABASE_URL: await createDatabase() }, 'restore', join(folder, 'none.gz')).ended;
  expect([restore.code, restore.stderr]).toEqual([
    1,
    expect.stringMatching(/could not be restored \(ENOENT\); nothing was changed\. Check/),
  ]);
});
