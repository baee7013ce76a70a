import type { z } from 'zod';
import type { withdrawal } from '../../../model/hub-api/proposals.ts';
import { entryMark } from '../../store/entry-mark.ts';
import { proposals } from '../../store/proposal-schema.ts';
import { erasures } from '../../store/schema.ts';
import type { Store } from '../../store/store.ts';
import { isRow, lockProposal, type ProposalRow } from './proposal-row.ts';
import { lockOwner } from './submit-proposal.ts';
import { prepareRemoval, takeOutOfDrafts } from './take-out.ts';

type Withdrawal = z.infer<typeof withdrawal>;

export interface WithdrawalRequest {
  owner: string;
  id: string;
  now: Date;
}

/**
 * Withdraws a proposal at any time. Its content is deleted, and a mark remains so that it is refused if it is sent again.
 *
 * | state             | what else happens                                                                                |
 * |-------------------|--------------------------------------------------------------------------------------------------|
 * | waiting, returned, declined | nothing: the desk does not list it any more                                             |
 * | taken, not published | the guide is taken out of its draft; a review or an approval of the draft ends by it           |
 * | taken, published  | a draft without the guide is prepared, and it is taken out of other open drafts of the pack        |
 */
export function withdrawProposal(
  store: Store,
  { install, ...request }: WithdrawalRequest & { install: string },
): Promise<Withdrawal> {
  const { id, now } = request;
  return store.transaction(async (tx) => {
    const done = await withdrawWithin(tx, request);
    const erased = done.was !== 'unknown' && done.was !== 'withdrawn';
    const mark = { mark: entryMark(install, id), erased, day: now.toISOString().slice(0, 10) };
    await tx.insert(erasures).values(mark).onConflictDoNothing();
    return done;
  });
}

/** The same within a transaction, without the mark. */
export async function withdrawWithin(tx: Store, { owner, id, now }: WithdrawalRequest): Promise<Withdrawal> {
  await lockOwner(tx, owner);
  const row = await lockProposal(tx, { owner, id }, now);
  const was = kindOf(row);
  if (!row || was === 'withdrawn') return { id, was };
  const removal = was === 'undecided' ? null : await removeTaken(tx, row, now);
  const gone = { content: null, comment: null, state: 'withdrawn', decidedOn: now.toISOString().slice(0, 10) } as const;
  await tx
    .update(proposals)
    .set({ ...gone, revision: row.revision + 1, removal })
    .where(isRow(row));
  return { id, was };
}

function kindOf(row: ProposalRow | undefined): Withdrawal['was'] {
  if (!row) return 'unknown';
  if (row.state === 'withdrawn') return 'withdrawn';
  if (row.state !== 'taken' && row.state !== 'live') return 'undecided';
  return row.version === null ? 'in-draft' : 'published';
}

/** Takes the guide out of drafts, and out of what is published. Returns the draft that does the latter. */
async function removeTaken(tx: Store, row: ProposalRow, now: Date): Promise<string | null> {
  const { pack, guide, draft, takenBy, version } = row;
  if (pack === null || guide === null || draft === null || takenBy === null) return null;
  const source = { pack, guide, version, now, takenBy };
  await takeOutOfDrafts(tx, source, version === null ? draft : undefined);
  return version === null ? null : prepareRemoval(tx, source);
}
