import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, expect, test } from 'vitest';
import { createDraftStore } from '../../../src/background/studio/draft-store.ts';
import { studioDatabase } from '../../../src/background/studio/studio-database.ts';
import type { StudioDraft } from '../../../src/model/studio/studio-draft.ts';
import { aDraft, draftId } from './a-draft.ts';

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
});

/** The store as a worker that has just started opens it. */
const opened = (now = () => 7) => createDraftStore(studioDatabase(), now);
const titled = (title: string) => (draft: StudioDraft) => ({ ...draft, guide: { ...draft.guide, title } });
const titleIn = async () => (await opened().read(draftId))?.draft.guide.title;

test('a draft is there for the next worker, and each change raises its revision', async () => {
  await opened().create(aDraft());
  expect(await opened().change(draftId, titled('First'))).toMatchObject({ revision: 1, changedAt: 7 });
  expect(await opened().read(draftId)).toMatchObject({
    draft: { revision: 1, guide: { title: 'First' } },
    canUndo: true,
    canRedo: false,
  });
  expect(await opened().all()).toHaveLength(1);
});

test('undo and redo survive a restart, and a change after undo ends redo', async () => {
  await opened().create(aDraft());
  await opened().change(draftId, titled('First'));
  await opened().change(draftId, titled('Second'));
  expect(await opened().undo(draftId)).toMatchObject({ revision: 3, guide: { title: 'First' } });
  expect(await opened().undo(draftId)).toMatchObject({ guide: { title: 'Create an order' } });
  expect(await opened().undo(draftId)).toBeUndefined();
  expect(await opened().redo(draftId)).toMatchObject({ guide: { title: 'First' } });
  await opened().change(draftId, titled('Other'));
  expect(await opened().read(draftId)).toMatchObject({ canUndo: true, canRedo: false });
  expect(await opened().redo(draftId)).toBeUndefined();
  expect(await titleIn()).toBe('Other');
});

test('the history is bounded, and what is in force is not part of what is forgotten', async () => {
  const store = opened();
  await store.create(aDraft());
  for (let nth = 1; nth <= 120; nth += 1) await store.change(draftId, titled(`Title ${nth}`));
  let undone = 0;
  while (await store.undo(draftId)) undone += 1;
  expect(undone).toBe(99);
  expect(await titleIn()).toBe('Title 21');
});

test('a change that returns nothing changes nothing, and one that throws leaves the draft as it was', async () => {
  const store = opened();
  await store.create(aDraft());
  expect(await store.change(draftId, () => undefined)).toMatchObject({ revision: 0 });
  const failing = store.change(draftId, () => {
    throw new Error('not assembled');
  });
  await expect(failing).rejects.toThrow('not assembled');
  expect(await opened().read(draftId)).toMatchObject({ draft: { revision: 0 }, canUndo: false });
});

test('changes by two workers at once are both kept', async () => {
  const [one, other] = [opened(), opened()];
  await one.create(aDraft());
  const noted = (key: string) => (draft: StudioDraft) => ({ ...draft, notes: { ...draft.notes, [key]: {} } });
  await Promise.all([one.change(draftId, noted('new')), other.change(draftId, noted('save'))]);
  expect(Object.keys((await opened().read(draftId))!.draft.notes).sort()).toEqual(['new', 'save']);
});

test('a deleted draft leaves nothing of its history behind', async () => {
  const store = opened();
  await store.create(aDraft());
  await store.change(draftId, titled('First'));
  await store.remove(draftId);
  const left = await studioDatabase()(async (db) => [await db.count('drafts'), await db.count('versions')]);
  expect(left).toEqual([0, 0]);
  expect(await store.change(draftId, titled('Again'))).toBeUndefined();
});

test('a draft that does not fit the schema is not shown and not changed', async () => {
  await studioDatabase()((db) => db.put('drafts', { id: draftId, at: 1, draft: { ...aDraft(), app: 'No App' } }));
  expect(await opened().all()).toEqual([]);
  expect(await opened().read(draftId)).toBeUndefined();
});
