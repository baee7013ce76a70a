import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import fc from 'fast-check';
import { beforeEach, expect, test } from 'vitest';
import { studioDatabase } from '../../../src/background/studio/studio-database.ts';
import type { RecorderReport } from '../../../src/model/studio/observed-act.ts';
import { isAbout, malformations } from '../../malformed/malformations.ts';
import { brokenReferences, isRequired, sampleDraft } from '../../malformed/sample-draft.ts';
import { accepted } from '../routed.ts';
import { ordersPage, panel, press, studioBackground } from './studio-background.ts';

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
});

const RUNS = 200;

/** All that the studio has stored. */
const stored = () =>
  studioDatabase()(async (db) =>
    JSON.stringify([await db.getAll('drafts'), await db.getAll('versions'), await db.getAll('proposals')]),
  );
const put = (draft: unknown) =>
  studioDatabase()((db) => db.put('drafts', { id: sampleDraft().id, at: 1, draft } as never).then(() => undefined));

/** The refusal says where, and what to do. */
function expectExplained(reply: { ok: boolean; why?: string }, path: readonly (string | number)[]): void {
  expect(reply.ok).toBe(false);
  const lines = reply.why!.split('\n');
  const places = lines.map((line) => line.split(' ')[0]!);
  expect(
    places.some((place) => place === 'The' || isAbout(place, path) || isAbout(`draft.${place}`, path)),
    `${reply.why} is not about ${path.join('.')}`,
  ).toBe(true);
  for (const line of lines) expect(line).toMatch(/\. \S.{3,}$/s);
}

const draftKind = { isRequired, broken: brokenReferences(['draft', 'guide']) };

test(`${RUNS} malformed drafts are refused where they would be saved, with path and remedy, and what is stored stays`, async () => {
  const background = studioBackground();
  await put(sampleDraft());
  const before = await stored();
  const valid = { draft: sampleDraft(), basedOn: 0 };
  await fc.assert(
    fc.asyncProperty(malformations(valid, draftKind), async ({ path, document }) => {
      expectExplained(await background.send('studio.save', document as never, panel), path);
      expect(await stored()).toBe(before);
    }),
    { numRuns: RUNS },
  );
  expect(accepted(await background.send('studio.save', valid, panel)).revision).toBe(1);
}, 60_000);

const inStorage = {
  isRequired,
  broken: [
    { path: ['revision'], value: -1 },
    { path: ['id'], value: 'constructor' },
  ],
};

test(`${RUNS} malformed drafts in the store are listed with path and remedy, refused by every act, and left as they are`, async () => {
  const background = studioBackground();
  const { id } = sampleDraft();
  await fc.assert(
    fc.asyncProperty(malformations(sampleDraft(), inStorage), async ({ path, document }) => {
      await put(document);
      const before = await stored();
      const listed = accepted(await background.send('studio.drafts', {}, panel));
      expect(listed.drafts).toEqual([]);
      expect(listed.unreadable.map((one) => one.id)).toEqual([id]);
      expectExplained({ ok: false, why: listed.unreadable[0]!.why }, path);
      const saved = await background.send('studio.save', { draft: sampleDraft(), basedOn: 0 }, panel);
      expect(saved).toMatchObject({ ok: false, why: expect.stringContaining('cannot be read') });
      expect(await stored()).toBe(before);
    }),
    { numRuns: RUNS },
  );
  for (const name of ['studio.draft', 'studio.undo', 'studio.try', 'studio.health', 'studio.record'] as const)
    expect((await background.send(name, { id }, panel)).ok).toBe(false);
  accepted(await background.send('studio.delete', { id }, panel));
  expect(accepted(await background.send('studio.drafts', {}, panel)).unreadable).toEqual([]);
}, 60_000);

const act = (): RecorderReport => ({
  is: 'act',
  act: {
    ...{
      id: 'act-1',
      kind: 'drag',
      at: 5,
      route: '/orders/:id',
      strength: 'weak',
      option: 'Net',
      key: 'Enter',
      revealedBy: 'act-0',
    },
    anchor: { role: 'button', name: 'Save', language: 'en', route: '/orders', traits: { tag: 'button', ids: 'abcdef' } },
    to: { role: 'list', name: 'Done' },
    rival: { role: 'button', name: 'Close' },
    appears: { role: 'dialog', name: 'Terms' },
    picture: { width: 200, height: 100, boxes: [{ box: [0, 0, 50, 20], shape: 'button', text: 'Save' }] },
  },
});
const reportsOfEachKind = (): RecorderReport[] => [
  act(),
  { is: 'removed', id: 'act-1' },
  { is: 'missed', id: 'act-2', why: 'no-control', role: 'button', at: 5 },
  { is: 'navigated', route: '/orders', at: 6, how: 'load', by: 'act-1' },
  { is: 'undone', act: 'act-1', by: 'act-2', at: 7 },
];
const reportKind = {
  isRequired: (path: readonly (string | number)[]) => {
    if (path.length === 3) return ['is', 'id', 'act', 'why', 'at', 'route', 'how'].includes(String(path[2]));
    return isRequired(path) || (path.length === 4 && ['anchor', 'at', 'strength'].includes(String(path[3])));
  },
  broken: ['end', 'constructor', 'nothing-recorded', 'went-elsewhere', '-', 'written', '__proto__'].flatMap((value) => [
    { path: ['reports', 0, 'act', 'id'], value },
    { path: ['reports', 4, 'act'], value },
  ]),
};

test(`${RUNS} malformed reports of a page are refused with path and remedy, and the draft that is recorded stays`, async () => {
  const background = studioBackground();
  const { id } = accepted(await background.send('studio.record', {}, panel));
  await background.send('studio.report', { reports: [press('first', 'Save', 1)] }, ordersPage);
  const { draft } = accepted(await background.send('studio.draft', { id }, panel));
  if (draft.guide.kind !== 'walkthrough') throw new Error('It is no walkthrough.');
  const written = { id: 'written', title: 'By hand', body: 'By hand', advance: { on: 'next' as const } };
  const edited = { ...draft, guide: { ...draft.guide, steps: [...draft.guide.steps, written] } };
  accepted(await background.send('studio.save', { draft: edited, basedOn: draft.revision }, panel));
  const before = await stored();
  await fc.assert(
    fc.asyncProperty(malformations({ reports: reportsOfEachKind() }, reportKind), async ({ path, document }) => {
      const [, nth] = path;
      const { reports } = document as { reports: unknown[] };
      const own = typeof nth === 'number' ? { reports: [reports[nth]] } : document;
      const within = typeof nth === 'number' ? ['reports', 0, ...path.slice(2)] : path;
      const reply = await background.send('studio.report', own as never, ordersPage);
      expect(reply.ok).toBe(false);
      if (!reply.ok && !/nothing was taken/.test(reply.why)) expectExplained(reply, within);
      else expect(reply).toMatchObject({ why: expect.stringMatching(/nothing was taken: (act|act\.id|by|id) .+\. \S/) });
      expect(await stored()).toBe(before);
    }),
    { numRuns: RUNS },
  );
}, 60_000);

test('a report that would make a draft unreadable is not taken, the reports around it are, and the person is told of it', async () => {
  const background = studioBackground();
  const { id } = accepted(await background.send('studio.record', {}, panel));
  await background.send('studio.report', { reports: [press('first', 'Save', 1)] }, ordersPage);
  const reply = await background.send(
    'studio.report',
    { reports: [press('second', 'Delete', 2), press('end', 'Search', 3), press('third', 'Close', 4)] },
    ordersPage,
  );
  expect(reply).toMatchObject({ ok: false, why: expect.stringContaining('act.id is not an act of this recording: "end". ') });
  const { draft } = accepted(await background.send('studio.draft', { id }, panel));
  expect(draft.guide.kind === 'walkthrough' && draft.guide.steps.map((step) => step.id)).toEqual(['first', 'second', 'third']);
  const state = accepted(await background.send('studio.state', {}, panel));
  expect(state.recording?.missed).toMatchObject([{ id: 'end', why: 'failed' }]);
});
