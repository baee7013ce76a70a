import { randomUUID } from 'node:crypto';
import type { Draft } from '../../../model/hub-api/drafts.ts';
import type { Account } from '../../auth/account.ts';
import { recordAccess } from '../../auth/record-access.ts';
import { packDrafts } from '../../store/draft-schema.ts';
import type { Store } from '../../store/store.ts';
import { readPublished } from '../read-published.ts';
import { addAuthor, changeDraft, type DraftChange, type DraftResult, readDraft } from './change-draft.ts';
import { faulty, idTaken, otherContent, otherPack } from './draft-problems.ts';
import { listDraftRows, readAuthors, toDraft } from './draft-row.ts';
import { findFaults, isBlocking } from './find-faults.ts';
import { hashContent } from './hash-content.ts';
import type { DraftContent } from './read-content.ts';
import { setVersion } from './set-version.ts';

/** Who asks to change which draft, seen at which revision. */
export type DraftRequest = Pick<DraftChange, 'id' | 'ifMatch' | 'account' | 'now'>;

/** Drafts that are neither published nor discarded, changed last first. */
export async function listDrafts(store: Store, account: Account): Promise<Draft[]> {
  const rows = await listDraftRows(store, ['draft', 'in-review', 'approved']);
  const authors = await readAuthors(
    store,
    rows.map(({ id }) => id),
  );
  return rows.map((row) => toDraft(row, authors.get(row.id) ?? [], account));
}

/** Makes a draft with the account as its author. */
export function createDraft(
  store: Store,
  given: DraftContent,
  { account, now }: { account: Account; now: Date },
): Promise<Draft> {
  const { content, pack, app } = given;
  const id = randomUUID();
  return store.transaction(async (tx) => {
    const version = await nextVersion(tx, pack);
    const text = { content, contentHash: hashContent(content) };
    const stamp = { state: 'draft', revision: 1, updatedAt: now, updatedBy: account.id } as const;
    await tx.insert(packDrafts).values({ id, pack, app, version, ...text, ...stamp });
    await addAuthor(tx, id, account);
    await recordAccess(tx, { account, resource: 'draft made', query: `pack=${pack} draft=${id}`, now });
    return readDraft(tx, id, account);
  });
}

/** Replaces the content. An approval or a review that is under way ends by it. */
export const saveDraft = (store: Store, request: DraftRequest, { content, pack, app }: DraftContent): Promise<DraftResult> =>
  changeDraft(store, {
    ...request,
    action: 'save',
    apply: async (tx, row) => {
      if (row.pack !== pack) return { ok: false, status: 409, why: otherPack(row.pack) };
      const version = await nextVersion(tx, pack);
      return { ok: true, fields: { content, contentHash: hashContent(content), app, version } };
    },
  });

/** Hands a draft in for review, with the version that it becomes in its content. */
export const submitDraft = (store: Store, request: DraftRequest): Promise<DraftResult> =>
  changeDraft(store, {
    ...request,
    action: 'submit',
    apply: async (tx, row) => {
      const published = await readPublished(tx, row.pack);
      if (published && published.app !== row.app) return { ok: false, status: 409, why: idTaken(row.pack, published.app) };
      const version = (published?.version ?? 0) + 1;
      const content = setVersion(row.content, version);
      const faults = findFaults(content, request.now).filter(isBlocking);
      if (faults.length > 0) return { ok: false, status: 422, why: faulty('faulty-content', faults) };
      return { ok: true, fields: { content, contentHash: hashContent(content), version } };
    },
  });

/** Approves what was read: another content than that of the hash is not approved. */
export const approveDraft = (
  store: Store,
  request: DraftRequest,
  { contentHash, comment }: { contentHash: string; comment?: string | undefined },
): Promise<DraftResult> =>
  changeDraft(store, {
    ...request,
    action: 'approve',
    apply: async (_, row) =>
      contentHash === row.contentHash
        ? { ok: true, fields: { approvedBy: request.account.id, approvedHash: contentHash, comment: comment ?? null } }
        : { ok: false, status: 409, why: otherContent },
  });

export const returnDraft = (store: Store, request: DraftRequest, { comment }: { comment: string }): Promise<DraftResult> =>
  changeDraft(store, { ...request, action: 'return', apply: async () => ({ ok: true, fields: { comment } }) });

/** Withdraws a draft from its review, or gives it up for good. */
export const endDraft = (store: Store, request: DraftRequest, action: 'withdraw' | 'discard'): Promise<DraftResult> =>
  changeDraft(store, { ...request, action, apply: async () => ({ ok: true, fields: {} }) });

const nextVersion = async (tx: Store, pack: string): Promise<number> => ((await readPublished(tx, pack))?.version ?? 0) + 1;
