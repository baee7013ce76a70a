import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { readDraftRow } from '../../../../src/hub/packs/drafts/draft-row.ts';
import { hashContent } from '../../../../src/hub/packs/drafts/hash-content.ts';
import { markPublished, readApprovedDraft } from '../../../../src/hub/packs/drafts/publish-draft.ts';
import { accounts } from '../../../../src/hub/store/account-schema.ts';
import { packDrafts } from '../../../../src/hub/store/draft-schema.ts';
import type { Store } from '../../../../src/hub/store/store.ts';
import { onBothStores } from '../../on-both-stores.ts';

const now = new Date('2026-11-22T12:00:00Z');
const content = '{ "id": "orders-basics", "10": 1, "version": 3 }';

async function account(store: Store, name: string) {
  const id = randomUUID();
  await store.insert(accounts).values({ id, name: `${name} ${id}`, madeAt: now });
  return { id, name: `${name} ${id}` };
}

onBothStores((store) => {
  async function approvedDraft() {
    const [author, reviewer] = [await account(store(), 'Ada'), await account(store(), 'Ben')];
    const draft = {
      id: randomUUID(),
      pack: 'orders-basics',
      app: 'orders',
      version: 3,
      content,
      contentHash: hashContent(content),
    };
    const stored = { ...draft, state: 'approved', revision: 4, updatedAt: now, updatedBy: reviewer.id } as const;
    await store()
      .insert(packDrafts)
      .values({ ...stored, approvedBy: reviewer.id, approvedHash: draft.contentHash });
    return { draft, author, reviewer };
  }

  test('an approved draft is read as it was approved, with the name of the reviewer', async () => {
    const { draft, reviewer } = await approvedDraft();
    const read = await store().transaction((tx) => readApprovedDraft(tx, draft.id));
    expect(read).toEqual({
      ok: true,
      draft: { ...draft, revision: 4, updatedAt: now, updatedBy: reviewer, approvedBy: reviewer },
    });
  });

  test('a draft that is published is not published a second time', async () => {
    const { draft, author } = await approvedDraft();
    await store().transaction((tx) => markPublished(tx, draft.id, { by: author, now }));
    expect(await readApprovedDraft(store(), draft.id)).toEqual({
      ok: false,
      ...{ why: 'not-approved', state: 'published', revision: 5, updatedAt: now, updatedBy: author },
    });
    expect((await readDraftRow(store(), draft.id, { lock: false }))?.content).toBe(content);
  });

  test('an approval does not hold for other content, however that came to be stored', async () => {
    const { draft } = await approvedDraft();
    const other = content.replace('3', '4');
    await store()
      .update(packDrafts)
      .set({ content: other, contentHash: hashContent(other) })
      .where(eq(packDrafts.id, draft.id));
    expect(await readApprovedDraft(store(), draft.id)).toMatchObject({ ok: false, why: 'not-approved' });
  });

  test('a draft that does not exist is unknown', async () => {
    expect(await readApprovedDraft(store(), randomUUID())).toEqual({ ok: false, why: 'unknown' });
  });
});
