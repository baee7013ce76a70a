import type { Store } from '../../store/store.ts';
import { ownerMark } from './owner-mark.ts';
import { withdrawWithin } from './withdraw-proposal.ts';

/** The erasure of an id also withdraws the proposal that has it. Returns the id if there was one. */
export async function eraseProposal(
  tx: Store,
  { authorKey, id, now }: { authorKey: string; id: string; now: Date },
): Promise<string[]> {
  const { was } = await withdrawWithin(tx, { owner: ownerMark(authorKey), id, now });
  return was === 'unknown' || was === 'withdrawn' ? [] : [id];
}
