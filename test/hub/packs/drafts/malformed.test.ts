import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findFaults, isBlocking } from '../../../../src/hub/packs/drafts/find-faults.ts';
import { openMemory } from '../../../../src/hub/store/open-folder.ts';
import type { OpenStore } from '../../../../src/hub/store/store.ts';
import type { DraftDetail } from '../../../../src/model/hub-api/drafts.ts';
import type { Problem } from '../../../../src/model/hub-api/intake.ts';
import { allMalformations } from '../../../malformed/malformations.ts';
import { brokenReferences, isRequired, sampleWalkthrough } from '../../../malformed/sample-draft.ts';
import { ask, bearer, enrolled, type HubInTest, hubOn, signedIn } from '../../hub-in-test.ts';

const sample = (id: string) => ({
  ...{ format: 'cairn/1', id, version: 1, app: 'orders', title: 'Orders', language: 'en', places: ['/orders'] },
  guides: [sampleWalkthrough()],
});

/** The version is set by the hub. */
const malformed = (id: string) =>
  allMalformations(sample(id), {
    isRequired: (path) => isRequired(path) || path[0] === 'format',
    broken: [
      ...brokenReferences(['guides', 0]),
      { path: ['format'], value: 'cairn/9' },
      { path: ['guides', 0, 'after'], value: [{ guide: 'constructor' }] },
    ],
  }).filter(({ path }) => path[0] !== 'version');

test('every way to break a pack keeps a draft of it from its review, with place and remedy', () => {
  const ways = malformed('orders-basics');
  expect(ways.length).toBeGreaterThan(900);
  expect(findFaults(JSON.stringify(sample('orders-basics')), new Date('2026-11-22')).filter(isBlocking)).toEqual([]);
  for (const { path, how, document } of ways) {
    const faults = findFaults(JSON.stringify(document), new Date('2026-11-22')).filter(isBlocking);
    const where = `${path.join('.')} ${how}`;
    expect(faults.length, where).toBeGreaterThan(0);
    for (const { reason, remedy } of faults) expect([reason.length > 3, remedy.length > 3], where).toEqual([true, true]);
  }
}, 60_000);

let opened: OpenStore;
let hub: HubInTest;
let author: { cookie: string };
beforeAll(async () => {
  opened = await openMemory();
  hub = hubOn(opened.store);
  author = await signedIn(hub, 'Ada', 'author');
});
afterAll(() => opened.close());

test('200 malformed packs never get as far as a review: they are refused with remedy, or kept as a draft that cannot be handed in', async () => {
  const pack = `pack-${crypto.randomUUID().slice(0, 8)}`;
  const asAuthor = (what: string, body?: unknown, etag?: string | null) =>
    ask<DraftDetail & Problem>(hub, what, { body, headers: { ...author, ...(etag && { 'if-match': etag }) } });
  const made = await asAuthor('POST /desk/api/drafts', { content: sample(pack) });
  const at = `/desk/api/drafts/${made.body.id}`;
  const read = () => asAuthor(`GET ${at}`);
  let current = await read();
  await fc.assert(
    fc.asyncProperty(fc.noShrink(fc.constantFrom(...malformed(pack))), async ({ document }) => {
      const saved = await asAuthor(`PUT ${at}`, { content: document }, current.headers.get('etag'));
      const after = await read();
      if (saved.status !== 200) {
        expect([400, 409, 413]).toContain(saved.status);
        expect([saved.body.detail.length > 10, saved.body.remedy!.length > 10]).toEqual([true, true]);
        expect(after.body).toEqual(current.body);
        return;
      }
      const refused = await asAuthor(`POST ${at}/submit`, undefined, after.headers.get('etag'));
      expect([refused.status, refused.body.type]).toEqual([422, 'urn:cairn:problem:faulty-content']);
      expect(refused.body.detail).toMatch(/: .+\. \S/);
      current = await read();
      expect(current.body).toEqual(after.body);
    }),
    { numRuns: 200 },
  );
  expect((await ask(hub, `GET /v1/packs/${pack}`, { headers: bearer(await enrolled(hub)) })).status).toBe(404);
}, 120_000);
