import { eq } from 'drizzle-orm';
import type { Fault } from '../../../model/fault/fault.ts';
import type { DeskProposalDetail } from '../../../model/hub-api/desk-proposals.ts';
import type { Proposal } from '../../../model/hub-api/proposals.ts';
import { lintDocument } from '../../../packs/lint-document.ts';
import { proposals } from '../../store/proposal-schema.ts';
import type { Store } from '../../store/store.ts';
import { toDeskProposal } from './desk-proposals.ts';
import { packAround } from './guide-to-take.ts';
import { readProposals } from './proposal-row.ts';
import { readTargets } from './read-targets.ts';

/** A proposal with all that an author decides by. Undefined if there is none, or it was withdrawn. */
export async function readDeskProposal(store: Store, id: string, now: Date): Promise<DeskProposalDetail | undefined> {
  const [row] = await readProposals(store, eq(proposals.deskId, id), now);
  if (!row?.proposal || row.releasedAt > now) return undefined;
  const isOpen = row.state === 'waiting' || row.state === 'returned';
  return {
    ...toDeskProposal(row),
    proposal: row.proposal,
    faults: lintProposal(row.proposal, now),
    targets: isOpen ? await readTargets(store, row.proposal) : [],
  };
}

/** What is wrong with the guide by itself. What the pack around it lacks is no fault of the proposal. */
function lintProposal(proposal: Proposal, now: Date): Fault[] {
  const faults = lintDocument(packAround(proposal), now.toISOString().slice(0, 10));
  return faults.filter(({ path }) => /^(?:walkthrough|tip) "|^guides/.test(path));
}
