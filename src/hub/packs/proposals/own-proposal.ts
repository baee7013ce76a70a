import { eq } from 'drizzle-orm';
import type { z } from 'zod';
import type { OwnProposal, storedProposal } from '../../../model/hub-api/proposals.ts';
import { readHelped } from '../../aggregates/thanks/read-helped.ts';
import { proposals } from '../../store/proposal-schema.ts';
import type { Store } from '../../store/store.ts';
import { isRow, type ProposalRow, readProposals } from './proposal-row.ts';

/** A proposal as its owner is shown it. */
export async function toOwnProposal(store: Store, row: ProposalRow): Promise<OwnProposal> {
  const { id, state, comment, pack, guide } = row;
  const isLive = state === 'live' && pack !== null && guide !== null;
  return {
    ...{ id, state, comment },
    guide: isLive ? `${pack}/${guide}` : null,
    helped: isLive ? await readHelped(store, { pack, guide }) : null,
  };
}

/** All proposals of an owner, the latest first. */
export async function listOwnProposals(store: Store, owner: string, now: Date): Promise<OwnProposal[]> {
  const rows = await readProposals(store, eq(proposals.owner, owner), now);
  rows.sort((one, other) => (one.day < other.day ? 1 : one.day > other.day ? -1 : one.id < other.id ? -1 : 1));
  return Promise.all(rows.map((row) => toOwnProposal(store, row)));
}

/** All that is kept of a proposal, for its owner. */
export async function readOwnProposal(
  store: Store,
  { owner, id, now }: { owner: string; id: string; now: Date },
): Promise<z.infer<typeof storedProposal> | undefined> {
  const [row] = await readProposals(store, isRow({ owner, id }), now);
  return row && { ...(await toOwnProposal(store, row)), day: row.day, proposal: row.proposal };
}
