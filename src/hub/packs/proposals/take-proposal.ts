import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { memberOf } from '../../../model/fault/schema-at.ts';
import type { Proposal } from '../../../model/hub-api/proposals.ts';
import type { Account } from '../../auth/account.ts';
import type { ProblemDetails } from '../../http/problem.ts';
import { packDrafts } from '../../store/draft-schema.ts';
import type { Store } from '../../store/store.ts';
import { addAuthor } from '../drafts/change-draft.ts';
import { type DraftRow, readDraftRow } from '../drafts/draft-row.ts';
import { draftTransitions } from '../drafts/draft-transitions.ts';
import { hashContent } from '../drafts/hash-content.ts';
import { readSignedContent } from '../read-signed-content.ts';
import { readStoredVersions } from '../store-version.ts';
import { guideToTake } from './guide-to-take.ts';
import { putGuide } from './replace-guide.ts';

/** Where a proposal is taken. */
export interface Target {
  pack: string;
  /** An open draft; a new one of what is published if left out. */
  draft?: string | undefined;
  /** Id that the guide gets. */
  as: string;
}

export type TakeResult = { ok: true; draft: string } | { ok: false; status: 404 | 409; why: ProblemDetails };

/** Puts the guide of a proposal into a draft, whose author the account is from then on. */
export async function takeIntoDraft(
  tx: Store,
  { proposal, target, account, now }: { proposal: Proposal; target: Target; account: Account; now: Date },
): Promise<TakeResult> {
  const base = await readBase(tx, target, proposal);
  if (!base.ok) return base;
  const content = contentWith(base.content, proposal, target.as);
  if (content === undefined) return { ok: false, status: 409, why: noGuides };
  const fields = { content, contentHash: hashContent(content), app: proposal.app, version: base.version, updatedAt: now };
  const stamp = { updatedBy: account.id, isChangedByHub: false, state: 'draft' as const };
  const id = base.row?.id ?? randomUUID();
  if (base.row) {
    const unapproved = { approvedBy: null, approvedHash: null };
    const revision = base.row.revision + 1;
    await tx
      .update(packDrafts)
      .set({ ...fields, ...stamp, ...unapproved, revision })
      .where(eq(packDrafts.id, id));
  } else await tx.insert(packDrafts).values({ id, pack: target.pack, ...fields, ...stamp, revision: 1 });
  await addAuthor(tx, id, account);
  return { ok: true, draft: id };
}

/** The content with the guide of the proposal in it; undefined if its guides are no list. */
export function contentWith(content: string, proposal: Proposal, as: string): string | undefined {
  const language = memberOf(JSON.parse(content), 'language');
  return putGuide(content, as, guideToTake(proposal, { as, language: typeof language === 'string' ? language : undefined }));
}

type Base =
  | { ok: true; content: string; version: number; row?: DraftRow }
  | { ok: false; status: 404 | 409; why: ProblemDetails };

/** What the guide is put into: an open draft, what is published, or a pack without guides. */
async function readBase(tx: Store, { pack, draft }: Target, proposal: Proposal): Promise<Base> {
  const [newest] = await readStoredVersions(tx, pack);
  if (newest && newest.app !== proposal.app) return { ok: false, status: 409, why: otherApp(pack, newest.app) };
  const version = (newest?.version ?? 0) + 1;
  if (draft !== undefined) {
    const row = await readDraftRow(tx, draft, { lock: true });
    if (!row || row.pack !== pack) return { ok: false, status: 404, why: unknownDraft };
    if (row.app !== proposal.app) return { ok: false, status: 409, why: otherApp(pack, row.app) };
    if (!draftTransitions[row.state].save) return { ok: false, status: 409, why: closedDraft };
    return { ok: true, content: row.content, version, row };
  }
  const content = newest ? await readSignedContent(tx, { id: pack, version: newest.version }) : emptyPack(pack, proposal);
  return { ok: true, content, version };
}

const emptyPack = (id: string, { app, language }: Proposal): string =>
  JSON.stringify({ format: 'cairn/1', id, version: 1, app, title: id, language, guides: [] }, null, 2);

const unknownDraft = {
  kind: 'unknown-draft',
  detail: 'There is no draft of this pack with this id.',
  remedy: 'Load the proposal again, and choose one of the drafts that it lists.',
};
const closedDraft = {
  kind: 'wrong-state',
  detail: 'This draft is published or discarded, so nothing more goes into it.',
  remedy: 'Load the proposal again, and choose another draft or a new one.',
};
const noGuides = {
  kind: 'no-guides',
  detail: 'In this draft, "guides" is not a list, so no guide can be put into it.',
  remedy: 'Correct the draft in its editor, or choose another one.',
};
const otherApp = (pack: string, app: string) => ({
  kind: 'other-app',
  detail: `${pack} is a pack for the app ${app}, and the proposal is for another app.`,
  remedy: 'Choose a pack for the app of the proposal, or a new one.',
});
