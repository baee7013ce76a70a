import { eq, sql } from 'drizzle-orm';
import type { DraftState } from '../../../model/hub-api/drafts.ts';
import type { Account } from '../../auth/account.ts';
import { packDrafts } from '../../store/draft-schema.ts';
import type { Store } from '../../store/store.ts';
import { readDraftRow } from './draft-row.ts';
import { draftTransitions } from './draft-transitions.ts';
import { hashContent } from './hash-content.ts';

/** A draft that somebody other than its authors approved. */
export interface ApprovedDraft {
  id: string;
  pack: string;
  app: string;
  version: number;
  /** What its ETag names. */
  revision: number;
  updatedAt: Date;
  updatedBy: Account;
  /** The JSON text to be signed: byte for byte what was approved. */
  content: string;
  contentHash: string;
  approvedBy: Account;
}

export type ReadApprovedResult =
  | { ok: true; draft: ApprovedDraft }
  | { ok: false; why: 'unknown' }
  | { ok: false; why: 'not-approved'; state: DraftState; revision: number; updatedAt: Date; updatedBy: Account };

/** Reads a draft that is to be published and locks it until the transaction ends. */
export async function readApprovedDraft(tx: Store, id: string): Promise<ReadApprovedResult> {
  const row = await readDraftRow(tx, id, { lock: true });
  if (!row) return { ok: false, why: 'unknown' };
  const { state, approvedBy, approvedHash, comment: _, ...draft } = row;
  const isApproved = draftTransitions[state].publish !== undefined && approvedHash === hashContent(draft.content);
  if (isApproved && approvedBy) return { ok: true, draft: { ...draft, approvedBy } };
  const { revision, updatedAt, updatedBy } = draft;
  return { ok: false, why: 'not-approved', state, revision, updatedAt, updatedBy };
}

/** Says of a draft that `readApprovedDraft` gave in the same transaction that it is published. */
export async function markPublished(tx: Store, id: string, { by, now }: { by: Account; now: Date }): Promise<void> {
  await tx
    .update(packDrafts)
    .set({ state: 'published', revision: sql`${packDrafts.revision} + 1`, updatedAt: now, updatedBy: by.id })
    .where(eq(packDrafts.id, id));
}
