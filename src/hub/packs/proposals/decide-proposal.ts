import type { DeskProposal, ProposalTaking } from '../../../model/hub-api/desk-proposals.ts';
import type { Account } from '../../auth/account.ts';
import { recordAccess } from '../../auth/record-access.ts';
import { judgeIfMatch } from '../../http/if-match.ts';
import type { ProblemDetails } from '../../http/problem.ts';
import { proposals } from '../../store/proposal-schema.ts';
import type { Store } from '../../store/store.ts';
import { toDeskProposal } from './desk-proposals.ts';
import { isRow, lockProposal, type ProposalRow } from './proposal-row.ts';
import { proposalAfter } from './proposal-transitions.ts';
import { takeIntoDraft } from './take-proposal.ts';

/** Who decides about which proposal, seen at which revision. */
export interface DecisionRequest {
  /** Its id at the desk. */
  id: string;
  ifMatch: string | undefined;
  account: Account;
  now: Date;
}

export type Decision = { action: 'return' | 'decline'; comment: string } | { action: 'take'; taking: ProposalTaking };

export type DecisionResult =
  | { ok: true; proposal: DeskProposal }
  | { ok: false; status: 404 | 409 | 412 | 428; why: ProblemDetails; headers?: Record<string, string> };

/** How the access log calls what was done. */
const RESOURCES = { take: 'proposal taken', return: 'proposal returned', decline: 'proposal declined' } as const;

/** Decides about a proposal and records it in the access log, in one transaction, or says why not. */
export function decideProposal(store: Store, request: DecisionRequest, decision: Decision): Promise<DecisionResult> {
  const { id, account, now } = request;
  return store.transaction(async (tx): Promise<DecisionResult> => {
    const row = await lockProposal(tx, { deskId: id }, now);
    if (!row?.proposal || row.releasedAt > now) return { ok: false, status: 404, why: unknownProposal };
    const { revision, day } = row;
    const changed = { changedBy: 'the colleague or another author', changedAt: new Date(`${day}T00:00:00Z`) };
    const known = judgeIfMatch(request.ifMatch, { what: 'This proposal', revision, ...changed });
    if (!known.ok) return known;
    const state = proposalAfter(row.state, decision.action);
    if (!state) return { ok: false, status: 409, why: wrongState(row) };
    const applied = await apply(tx, { row, decision, account, now });
    if (!applied.ok) return applied;
    const decided = { state, decidedOn: now.toISOString().slice(0, 10) };
    await tx
      .update(proposals)
      .set({ ...applied.fields, ...decided, revision: revision + 1 })
      .where(isRow(row));
    const where = applied.fields.pack ? ` pack=${applied.fields.pack} draft=${applied.fields.draft}` : '';
    await recordAccess(tx, { account, resource: RESOURCES[decision.action], query: `proposal=${id}${where}`, now });
    return { ok: true, proposal: toDeskProposal((await lockProposal(tx, { deskId: id }, now))!) };
  });
}

interface Applying {
  row: ProposalRow;
  decision: Decision;
  account: Account;
  now: Date;
}

async function apply(tx: Store, { row, decision, account, now }: Applying) {
  const nowhere = { pack: null, guide: null, draft: null, takenBy: null };
  if (decision.action !== 'take') return { ok: true, fields: { ...nowhere, comment: decision.comment } } as const;
  const proposal = row.proposal!;
  const { pack, draft, as = String(proposal.guide.id) } = decision.taking;
  const result = await takeIntoDraft(tx, { proposal, target: { pack, draft, as }, account, now });
  if (!result.ok) return result;
  return { ok: true, fields: { comment: null, pack, guide: as, draft: result.draft, takenBy: account.id } } as const;
}

export const unknownProposal = {
  kind: 'unknown-proposal',
  detail: 'There is no proposal with this id, or it was withdrawn.',
  remedy: 'Load the list of proposals again.',
};

const STATES = new Map<ProposalRow['state'], string>([
  ['waiting', 'waits for a decision'],
  ['returned', 'was returned to the colleague'],
  ['declined', 'was declined'],
  ['taken', 'was taken into a draft'],
  ['live', 'is published'],
  ['withdrawn', 'was withdrawn'],
]);
const wrongState = ({ state }: ProposalRow): ProblemDetails => ({
  kind: 'wrong-state',
  detail: `This proposal ${STATES.get(state)}, so this cannot be done with it.`,
  remedy: 'Load it again, and look at what was decided.',
});
