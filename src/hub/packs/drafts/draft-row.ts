import { eq } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { DraftState } from '../../../model/hub-api/drafts.ts';
import type { Account } from '../../auth/account.ts';
import { accounts } from '../../store/account-schema.ts';
import { packDrafts } from '../../store/draft-schema.ts';
import type { Store } from '../../store/store.ts';

/** A draft as it is stored, without its authors. */
export interface DraftRow {
  id: string;
  pack: string;
  app: string;
  version: number;
  content: string;
  contentHash: string;
  state: DraftState;
  revision: number;
  updatedAt: Date;
  updatedBy: Account;
  approvedBy: Account | null;
  approvedHash: string | null;
  comment: string | null;
}

const editor = alias(accounts, 'editor');
const reviewer = alias(accounts, 'reviewer');

/** A draft with the names of who changed and who approved it. `lock` keeps others from changing it until the transaction ends. */
export async function readDraftRow(tx: Store, id: string, { lock }: { lock: boolean }): Promise<DraftRow | undefined> {
  const query = tx
    .select({ draft: packDrafts, editor: editor.name, reviewer: reviewer.name })
    .from(packDrafts)
    .innerJoin(editor, eq(editor.id, packDrafts.updatedBy))
    .leftJoin(reviewer, eq(reviewer.id, packDrafts.approvedBy))
    .where(eq(packDrafts.id, id));
  const [found] = await (lock ? query.for('update', { of: packDrafts }) : query);
  if (!found) return undefined;
  const { updatedBy, approvedBy } = found.draft;
  return {
    ...found.draft,
    updatedBy: { id: updatedBy, name: found.editor },
    approvedBy: approvedBy && found.reviewer !== null ? { id: approvedBy, name: found.reviewer } : null,
  };
}
