import { createHmac } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { openMemory } from '../../src/hub/store/open-folder.ts';
import type { OpenStore } from '../../src/hub/store/store.ts';
import type { Policy } from '../../src/model/policy/policy.ts';
import { policyHubOf } from '../../src/upload/policy-hub.ts';
import { enrolToken, type HubInTest, hubOn, rowsOf } from '../hub/hub-in-test.ts';
import { guideEntry } from '../ledger/entries.ts';
import { type Install, install } from './install.ts';

let opened: OpenStore;
let hub: HubInTest;
let sent: string[];
beforeAll(async () => {
  opened = await openMemory();
});
afterAll(() => opened.close());
beforeEach(async () => {
  await opened.store.execute(sql`truncate entries, installs cascade`);
  hub = hubOn(opened.store);
  sent = [];
});

const hashKey = 'a-key-for-hashing-only';
const hubOfPolicy = { url: 'https://hub.example.com', token: enrolToken };
const expectedHash = (person: string) => createHmac('sha256', hashKey).update(`person${person}`).digest('base64url');

function installWith(privacyNow: () => Policy['privacy']): Install {
  return install({
    policyHub: () => policyHubOf({ hub: hubOfPolicy, privacy: privacyNow() }),
    fetch: async (url, init) => {
      const body = init.body instanceof Uint8Array ? init.body : undefined;
      sent.push(
        url,
        body ? await new Response(new Blob([body as BlobPart]).stream().pipeThrough(new DecompressionStream('gzip'))).text() : '',
      );
      return hub.app.request(url.replace(hubOfPolicy.url, ''), init);
    },
  });
}
const send = async (at: Install) => {
  await at.ledger.append({ entry: guideEntry() });
  await at.upload.flush('click');
};
const installsNow = () =>
  rowsOf<{ id: string; person: string | null; first: string }>(
    opened.store,
    sql`select id, person, first_enrolled_at::text as first from installs`,
  );

test('an install enrols with the hash of its person, and the pseudonym leaves the device nowhere', async () => {
  const at = installWith(() => ({ hashKey, person: 'u-4711' }) as Policy['privacy']);
  await send(at);
  expect((await installsNow()).map(({ person }) => person)).toEqual([expectedHash('u-4711')]);
  expect(sent.join('\n')).toContain(expectedHash('u-4711'));
  expect(sent.join('\n')).not.toMatch(/u-4711|a-key-for-hashing-only/);
});

test('another person or none in the policy reaches the hub with the next batch, and the install stays the same', async () => {
  let privacy = { hashKey, person: 'u-1' } as Policy['privacy'];
  const at = installWith(() => privacy);
  await send(at);
  const [before] = await installsNow();
  privacy = { hashKey, person: 'u-2' } as Policy['privacy'];
  hub.clock.now = new Date(hub.clock.now.getTime() + 86_400_000);
  await send(at);
  expect(await installsNow()).toEqual([{ ...before, person: expectedHash('u-2') }]);
  privacy = {} as Policy['privacy'];
  await send(at);
  expect(await installsNow()).toEqual([{ ...before, person: null }]);
  const calls = sent.filter((url) => url.endsWith('/v1/enrol')).length;
  await send(at);
  expect(sent.filter((url) => url.endsWith('/v1/enrol'))).toHaveLength(calls);
});

test('without a hash key, or without a person, no person is sent', async () => {
  for (const privacy of [{}, { person: 'u-1' }, { hashKey }])
    expect(await policyHubOf({ hub: hubOfPolicy, privacy: privacy as Policy['privacy'] })).toEqual(hubOfPolicy);
});
