import { eq } from 'drizzle-orm';
import type { Draft } from '../../../model/hub-api/drafts.ts';
import type { Account } from '../../auth/account.ts';
import { recordAccess } from '../../auth/record-access.ts';
import { judgeIfMatch } from '../../http/if-match.ts';
import type { ProblemDetails } from '../../http/problem.ts';
import { draftAuthors, packDrafts } from '../../store/draft-schema.ts';
import type { Store } from '../../store/store.ts';
import { ownDraft, unknownDraft, wrongState } from './draft-problems.ts';
import { type DraftRow, readAuthors, readDraftRow, toDraft } from './draft-row.ts';
import { type DraftAction, draftTransitions } from './draft-transitions.ts';

interface DraftRefusal {
  ok: false;
  status: 400 | 403 | 404 | 409 | 412 | 422 | 428;
  why: ProblemDetails;
  headers?: Record<string, string>;
}

export type DraftResult = { ok: true; draft: Draft } | DraftRefusal;

/** The fields that an action sets besides the state. */
type DraftFields = Partial<typeof packDrafts.$inferInsert>;

/** A request to change a draft. */
export interface DraftChange {
  id: string;
  ifMatch: string | undefined;
  account: Account;
  now: Date;
  action: Exclude<DraftAction, 'publish'>;
  /** What the action sets, or why it is refused. */
  apply: (tx: Store, row: DraftRow) => Promise<{ ok: true; fields: DraftFields } | DraftRefusal>;
}

/** How the access log calls what was done. */
const RESOURCES: Record<DraftChange['action'], string> = {
  save: 'draft saved',
  submit: 'draft handed in',
  withdraw: 'draft withdrawn',
  approve: 'draft approved',
  return: 'draft returned',
  discard: 'draft discarded',
};

/** Only somebody who wrote no part of a draft may do these. */
const REVIEWING: readonly DraftAction[] = ['approve', 'return'];

/** Whoever does these is an author of the draft from then on. */
const AUTHORING: readonly DraftAction[] = ['save', 'submit'];

/** Changes a draft and records it in the access log, in one transaction, or says why not. */
export function changeDraft(store: Store, change: DraftChange): Promise<DraftResult> {
  const { id, ifMatch, account, now, action } = change;
  return store.transaction(async (tx): Promise<DraftResult> => {
    const row = await readDraftRow(tx, id, { lock: true });
    if (!row) return { ok: false, status: 404, why: unknownDraft };
    const { revision, updatedBy, updatedAt } = row;
    const matched = judgeIfMatch(ifMatch, {
      ...{ what: 'This draft', revision },
      ...{ changedBy: updatedBy.name, changedAt: updatedAt },
    });
    if (!matched.ok) return matched;
    const isAuthor = ((await readAuthors(tx, [id])).get(id) ?? []).some((author) => author.id === account.id);
    if (isAuthor && REVIEWING.includes(action)) return { ok: false, status: 403, why: ownDraft };
    const state = draftTransitions[row.state][action];
    if (!state) return { ok: false, status: 409, why: wrongState(action, row.state) };
    const applied = await change.apply(tx, row);
    if (!applied.ok) return applied;
    const approval = state === 'approved' ? {} : { approvedBy: null, approvedHash: null };
    const stamp = { state, revision: revision + 1, updatedAt: now, updatedBy: account.id, isChangedByHub: false };
    await tx
      .update(packDrafts)
      .set({ ...approval, ...applied.fields, ...stamp })
      .where(eq(packDrafts.id, id));
    if (AUTHORING.includes(action)) await addAuthor(tx, id, account);
    await recordAccess(tx, { account, resource: RESOURCES[action], query: `pack=${row.pack} draft=${id}`, now });
    return { ok: true, draft: await readDraft(tx, id, account) };
  });
}

export async function addAuthor(tx: Store, draft: string, account: Account): Promise<void> {
  await tx.insert(draftAuthors).values({ draft, account: account.id }).onConflictDoNothing();
}

/** A draft that is known to exist, as the API gives it to an account. */
export async function readDraft(tx: Store, id: string, account: Account): Promise<Draft> {
  const row = await readDraftRow(tx, id, { lock: false });
  if (!row) throw new Error(`draft ${id} is gone within its own transaction`);
  return toDraft(row, (await readAuthors(tx, [id])).get(id) ?? [], account);
}
