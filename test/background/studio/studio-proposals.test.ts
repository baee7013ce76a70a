import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, expect, onTestFinished, test, vi } from 'vitest';
import { createDraftStore } from '../../../src/background/studio/draft-store.ts';
import { studioDatabase } from '../../../src/background/studio/studio-database.ts';
import type { OwnProposals, Proposal } from '../../../src/model/hub-api/proposals.ts';
import type { StudioDraft } from '../../../src/model/studio/studio-draft.ts';
import { accepted } from '../routed.ts';
import { aDraft, draftId } from './a-draft.ts';
import { panel, studioBackground, studioPolicy } from './studio-background.ts';

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
});

const policy = { ...studioPolicy, hub: { url: 'https://hub.example.com', token: 'token-of-the-policy' } };
const credit = { name: 'Ada Lovelace' };

/** A hub that holds proposals by id, as long as it can be reached. */
function aHub() {
  const proposals = new Map<string, Proposal>();
  const states = new Map<string, Partial<OwnProposals['proposals'][number]>>();
  const hub = { isReachable: true, puts: 0, unanswered: 0, refuses: undefined as object | undefined };
  async function answer(url: string, { method, body }: RequestInit): Promise<Response> {
    if (!hub.isReachable) {
      hub.unanswered += 1;
      throw new TypeError('Failed to fetch');
    }
    const path = new URL(url).pathname;
    if (path === '/v1/enrol') return Response.json({ install: crypto.randomUUID(), secret: 's'.repeat(43) });
    const id = /^\/v1\/proposals\/(.+)$/.exec(path)?.[1];
    if (id && method === 'PUT') {
      hub.puts += 1;
      if (hub.refuses) return Response.json(hub.refuses, { status: 422 });
      const text = await new Response(new Blob([body as BlobPart]).stream().pipeThrough(new DecompressionStream('gzip'))).text();
      proposals.set(id, JSON.parse(text));
      return Response.json({}, { status: 201 });
    }
    if (id && method === 'DELETE') return Response.json({}, { status: proposals.delete(id) ? 200 : 404 });
    if (path === '/v1/proposals') {
      const own = [...proposals.keys()].map((one) => ({
        ...{ id: one, state: 'waiting', comment: null, guide: null, helped: null },
        ...states.get(one),
      }));
      return Response.json({ proposals: own });
    }
    return Response.json({}, { status: 404 });
  }
  vi.stubGlobal('fetch', answer);
  onTestFinished(() => void vi.unstubAllGlobals());
  return Object.assign(hub, { proposals, states });
}

async function withDraft() {
  const hub = aHub();
  await createDraftStore(studioDatabase(), Date.now).create(aDraft());
  const background = studioBackground(policy);
  const own = async () => accepted(await background.send('studio.proposals', {}, panel)).proposals;
  const propose = () => background.send('studio.propose', { id: draftId, credit, note: 'As we do it' }, panel);
  const periodic = () => {
    for (const listener of background.events.alarm.listeners as ((alarm: object) => void)[]) listener({ name: 'cairn-packs' });
  };
  return { hub, background, own, propose, periodic };
}

test('a proposal is sent at once, with the credit and the note that the person chose', async () => {
  const { hub, own, propose, background } = await withDraft();
  expect(await propose()).toEqual({ ok: true });
  await expect.poll(own).toMatchObject([{ state: 'waiting', title: 'Create an order', isSent: true }]);
  expect([...hub.proposals.values()]).toMatchObject([
    { app: 'orders', credit, note: 'As we do it', guide: { id: 'create-an-order' } },
  ]);
  const draft = accepted(await background.send('studio.draft', { id: draftId }, panel)).draft;
  expect([draft.proposal, draft.credit]).toEqual([[...hub.proposals.keys()][0], credit]);
});

test('without the hub it waits, over a restart too, and is then sent once', async () => {
  const { hub, propose, background } = await withDraft();
  hub.isReachable = false;
  await propose();
  // The first attempt is over before the worker stops: a worker that has stopped sends nothing more.
  await expect.poll(() => hub.unanswered).toBeGreaterThan(0);
  await expect.poll(async () => accepted(await background.send('status', {}, panel)).upload.error).toBeDefined();
  const restarted = background.restarted();
  const own = async () => accepted(await restarted.send('studio.proposals', {}, panel)).proposals;
  expect(await own()).toMatchObject([{ state: 'waiting', isSent: false }]);
  await expect.poll(() => background.alarms.has('cairn-upload')).toBe(true);
  hub.isReachable = true;
  await restarted.send('refresh', {}, panel);
  await expect.poll(own).toMatchObject([{ isSent: true }]);
  await restarted.send('refresh', {}, panel);
  expect([hub.proposals.size, hub.puts]).toEqual([1, 1]);
});

test('the same draft proposed again replaces what waits, and makes no second proposal', async () => {
  const { hub, own, propose, background } = await withDraft();
  await propose();
  await expect.poll(own).toMatchObject([{ isSent: true }]);
  const { draft } = accepted(await background.send('studio.draft', { id: draftId }, panel));
  const changed = { ...draft, guide: { ...draft.guide, title: 'Order something' } };
  await background.send('studio.save', { draft: changed, basedOn: draft.revision }, panel);
  await propose();
  await expect.poll(() => [...hub.proposals.values()].map(({ guide }) => guide.title)).toEqual(['Order something']);
});

test('what an author decided is learnt with the other polling, and the toolbar says so until it was seen', async () => {
  const { hub, own, propose, background, periodic } = await withDraft();
  await propose();
  await expect.poll(own).toMatchObject([{ isSent: true }]);
  hub.states.set([...hub.proposals.keys()][0]!, { state: 'returned', comment: 'Say why.' });
  periodic();
  await expect.poll(() => background.badge.text).toBe('1');
  expect(await own()).toMatchObject([{ state: 'returned', comment: 'Say why.' }]);
  await expect.poll(() => background.badge.text).toBe('');
});

test('a proposal that went live says how many it helped, and the next one of the draft is another', async () => {
  const { hub, own, propose, periodic } = await withDraft();
  await propose();
  await expect.poll(own).toMatchObject([{ isSent: true }]);
  hub.states.set([...hub.proposals.keys()][0]!, { state: 'live', guide: 'first-orders/create-an-order', helped: 10 });
  periodic();
  await expect.poll(own).toMatchObject([{ state: 'live', helped: 10 }]);
  await propose();
  await expect.poll(() => hub.proposals.size).toBe(2);
});

test('what the hub refuses comes back with its reason, and is not sent again by itself', async () => {
  const { hub, own, propose, background } = await withDraft();
  hub.refuses = { type: 'urn:cairn:problem:x', title: 'x', status: 422, detail: 'guide.steps[0] is wrong.', remedy: 'Mend it.' };
  await propose();
  await expect.poll(own).toMatchObject([{ state: 'returned', comment: 'guide.steps[0] is wrong. Mend it.', isSent: false }]);
  await background.send('refresh', {}, panel);
  expect(hub.puts).toBe(1);
});

test('a proposal is withdrawn at any time, also after permission to record was taken back', async () => {
  const { hub, own, propose, background } = await withDraft();
  await propose();
  await expect.poll(own).toMatchObject([{ isSent: true }]);
  const [id] = hub.proposals.keys();
  const without = studioBackground({ ...policy, studio: { record: 'nobody' } }, background);
  expect(await without.send('studio.withdraw', { proposal: id! }, panel)).toEqual({ ok: true });
  await expect.poll(() => hub.proposals.size).toBe(0);
  expect(accepted(await without.send('studio.proposals', {}, panel)).proposals).toMatchObject([{ state: 'withdrawn' }]);
});

test('what was never sent is withdrawn without the hub', async () => {
  const { hub, own, propose, background } = await withDraft();
  await background.send('studio.withdraw', { proposal: draftId }, panel);
  const draft = await createDraftStore(studioDatabase(), Date.now).read(draftId);
  expect(draft?.draft.proposal).toBeUndefined();
  expect(hub.puts).toBe(0);
  expect(await own()).toEqual([]);
  expect(await propose()).toEqual({ ok: true });
});

test('a draft with a fault is not proposed; the fault is named with its place and remedy', async () => {
  const { background } = await withDraft();
  const { guide } = aDraft();
  const steps = guide.kind === 'walkthrough' ? guide.steps.map((step) => ({ ...step, next: [{ to: 'nowhere' }] })) : [];
  const draft = { ...aDraft(), guide: { ...guide, steps } } as StudioDraft;
  await studioDatabase()((db) => db.put('drafts', { id: draftId, at: 1, draft }));
  const refused = await background.send('studio.propose', { id: draftId, credit }, panel);
  expect(refused).toMatchObject({ ok: false, why: expect.stringContaining('steps[0].next') });
});

test('without a hub nothing can be proposed', async () => {
  await createDraftStore(studioDatabase(), Date.now).create(aDraft());
  const background = studioBackground();
  expect(await background.send('studio.propose', { id: draftId, credit }, panel)).toMatchObject({ ok: false });
  expect(accepted(await background.send('studio.state', {}, panel)).may).toEqual({ record: true, propose: false });
});
