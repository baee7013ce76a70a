import { eq } from 'drizzle-orm';
import type { Draft } from '../../../model/hub-api/drafts.ts';
import type { RepairRequest } from '../../../model/hub-api/guide-health.ts';
import type { Account } from '../../auth/account.ts';
import { packDrafts } from '../../store/draft-schema.ts';
import type { Store } from '../../store/store.ts';
import { readDraft } from '../drafts/change-draft.ts';
import { createDraft } from '../drafts/draft-actions.ts';
import { guideIdsIn } from '../proposals/replace-guide.ts';
import { readSignedContent } from '../read-signed-content.ts';
import { readStoredVersions } from '../store-version.ts';

/**
 * A draft of what is published, byte for byte, whose comment says which control is missed or weak and what to do. Nothing is repaired by itself:
 * an author picks the control again, and somebody else reviews it. Undefined if the newest version has no such guide.
 */
export function prepareRepair(
  store: Store,
  { pack, guide, step, what }: RepairRequest,
  { account, now }: { account: Account; now: Date },
): Promise<Draft | undefined> {
  return store.transaction(async (tx) => {
    const [newest] = await readStoredVersions(tx, pack);
    if (!newest) return undefined;
    const content = await readSignedContent(tx, { id: pack, version: newest.version });
    if (!guideIdsIn(content).includes(guide)) return undefined;
    const draft = await createDraft(tx, { content, pack, app: newest.app }, { account, now });
    await tx
      .update(packDrafts)
      .set({ comment: what === 'weak' ? whatToDoIfWeak(guide, step) : whatToDo(guide, step) })
      .where(eq(packDrafts.id, draft.id));
    return readDraft(tx, draft.id, account);
  });
}

const nameOf = (guide: string, step: string): string =>
  step === '' ? `the guide "${guide}"` : `the step "${step}" of the guide "${guide}"`;

const whatToDo = (guide: string, step: string): string =>
  `People missed the control of ${nameOf(guide, step)}. Open the app where it is shown: if the control is there, pick it again and put the new "anchor" in place of the old one; if it moved, correct "at" or "where"; if it is gone, change or delete ${step === '' ? 'the guide' : 'the step'}. Then hand this draft in for review.`;

const whatToDoIfWeak = (guide: string, step: string): string =>
  `The control of ${nameOf(guide, step)} is found, but less surely than when it was recorded. Open the app where it is shown: if Cairn points at the right control, pick that again and put the new "anchor" in place of the old one; if it points at another, pick the right one. Then hand this draft in for review.`;
