import { desc, eq, getTableColumns, inArray } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { Draft, DraftState } from '../../../model/hub-api/drafts.ts';
import type { Account } from '../../auth/account.ts';
import { accounts } from '../../store/account-schema.ts';
import { draftAuthors, packDrafts } from '../../store/draft-schema.ts';
import type { Store } from '../../store/store.ts';

/** A draft without its content, which may have two megabytes. */
export interface DraftSummary {
  id: string;
  pack: string;
  app: string;
  version: number;
  contentHash: string;
  state: DraftState;
  revision: number;
  updatedAt: Date;
  /** The account that changed it last; named `the hub` where that was the hub itself. */
  updatedBy: Account;
  approvedBy: Account | null;
  approvedHash: string | null;
  comment: string | null;
}

/** A draft as it is stored, without its authors. */
export interface DraftRow extends DraftSummary {
  content: string;
}

const editor = alias(accounts, 'editor');
const reviewer = alias(accounts, 'reviewer');
const { content, ...summaryColumns } = getTableColumns(packDrafts);
const names = { editor: editor.name, reviewer: reviewer.name };

type Named<T> = T & {
  updatedBy: string;
  isChangedByHub: boolean;
  approvedBy: string | null;
  editor: string;
  reviewer: string | null;
};

function nameAccounts<T>({ editor: by, reviewer: approver, isChangedByHub, ...row }: Named<T>) {
  const approvedBy = row.approvedBy !== null && approver !== null ? { id: row.approvedBy, name: approver } : null;
  return { ...row, updatedBy: { id: row.updatedBy, name: isChangedByHub ? 'the hub' : by }, approvedBy };
}

/**
 * A draft with the names of who changed and who approved it. `lock` keeps others from changing it until the transaction ends. The lock is a
 * statement of its own: one that also joined would, after it waited, look for the account that changed the draft before and find no row.
 */
export async function readDraftRow(tx: Store, id: string, { lock }: { lock: boolean }): Promise<DraftRow | undefined> {
  if (lock) await tx.select({ id: packDrafts.id }).from(packDrafts).where(eq(packDrafts.id, id)).for('update');
  const [found] = await tx
    .select({ ...summaryColumns, content, ...names })
    .from(packDrafts)
    .innerJoin(editor, eq(editor.id, packDrafts.updatedBy))
    .leftJoin(reviewer, eq(reviewer.id, packDrafts.approvedBy))
    .where(eq(packDrafts.id, id));
  return found && nameAccounts(found);
}

/** Drafts in these states, changed last first. */
export async function listDraftRows(store: Store, states: readonly DraftState[]): Promise<DraftSummary[]> {
  const rows = await store
    .select({ ...summaryColumns, ...names })
    .from(packDrafts)
    .innerJoin(editor, eq(editor.id, packDrafts.updatedBy))
    .leftJoin(reviewer, eq(reviewer.id, packDrafts.approvedBy))
    .where(inArray(packDrafts.state, [...states]))
    .orderBy(desc(packDrafts.updatedAt), packDrafts.id);
  return rows.map(nameAccounts);
}

/** The authors of drafts, by the ids of the drafts, in the order of their names. */
export async function readAuthors(store: Store, drafts: readonly string[]): Promise<Map<string, Account[]>> {
  const rows = await store
    .select({ draft: draftAuthors.draft, id: accounts.id, name: accounts.name })
    .from(draftAuthors)
    .innerJoin(accounts, eq(accounts.id, draftAuthors.account))
    .where(inArray(draftAuthors.draft, [...drafts]))
    .orderBy(accounts.name, accounts.id);
  const byDraft = Map.groupBy(rows, ({ draft }) => draft);
  return new Map([...byDraft].map(([draft, authors]) => [draft, authors.map(({ id, name }) => ({ id, name }))]));
}

/** A draft as the API gives it to an account. */
export function toDraft(row: DraftSummary, authors: readonly Account[], account: Account): Draft {
  const { id, pack, app, version, state, revision, contentHash, comment } = row;
  return {
    ...{ id, pack, app, version, state, revision, contentHash, comment },
    authors: authors.map(({ name }) => name),
    mayApprove: !authors.some((author) => author.id === account.id),
    approvedBy: row.approvedBy?.name ?? null,
    updatedAt: row.updatedAt.toISOString(),
  };
}
