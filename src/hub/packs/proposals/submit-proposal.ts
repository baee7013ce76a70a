import { randomUUID } from 'node:crypto';
import { and, eq, inArray, sql } from 'drizzle-orm';
import { MAX_OPEN_PROPOSALS, type OwnProposal, type Proposal } from '../../../model/hub-api/proposals.ts';
import type { ProblemDetails } from '../../http/problem.ts';
import { entryMark } from '../../store/entry-mark.ts';
import { proposals } from '../../store/proposal-schema.ts';
import { releaseTime } from '../../store/release-time.ts';
import { erasures } from '../../store/schema.ts';
import type { Store } from '../../store/store.ts';
import { toOwnProposal } from './own-proposal.ts';
import { isRow, lockProposal } from './proposal-row.ts';
import { proposalAfter } from './proposal-transitions.ts';

/** An arbitrary number, the same in every hub on one store. */
const PROPOSALS_LOCK_ID = 4_240_016;

export interface Submission {
  install: string;
  owner: string;
  id: string;
  proposal: Proposal;
  now: Date;
  /** The desk shows what arrived at steps of this many hours. */
  releaseHours: number;
}

export type SubmitResult = { ok: true; proposal: OwnProposal; isNew: boolean } | { ok: false; why: ProblemDetails };

/** Makes whatever else an owner does with proposals wait until the transaction ends. */
export async function lockOwner(tx: Store, owner: string): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(${PROPOSALS_LOCK_ID}, hashtext(${owner}))`);
}

/** Stores a proposal, once however often it is sent. Other content replaces what waits or was returned. */
export function submitProposal(store: Store, submission: Submission): Promise<SubmitResult> {
  const { install, owner, id, proposal, now } = submission;
  return store.transaction(async (tx): Promise<SubmitResult> => {
    await lockOwner(tx, owner);
    const row = await lockProposal(tx, { owner, id }, now);
    const erased = await tx
      .select({ mark: erasures.mark })
      .from(erasures)
      .where(eq(erasures.mark, entryMark(install, id)));
    if (erased.length > 0) return { ok: false, why: withdrawn };
    if (!row && (await hasMostOpen(tx, owner))) return { ok: false, why: tooManyOpen };
    const content = JSON.stringify(proposal);
    if (row && JSON.stringify(row.proposal) === content) return answer(tx, submission, false);
    if (row && !proposalAfter(row.state, 'replace'))
      return { ok: false, why: row.state === 'withdrawn' ? withdrawn : decided(row.state) };
    const fields = { app: proposal.app, content, ...freshFields(submission) };
    if (row) {
      const revision = row.revision + 1;
      const undecided = { comment: null, decidedOn: null, takenBy: null, pack: null, guide: null, draft: null };
      await tx
        .update(proposals)
        .set({ ...fields, ...undecided, state: 'waiting', revision })
        .where(isRow(row));
    } else
      await tx
        .insert(proposals)
        .values({ owner, id, deskId: randomUUID(), ...fields, state: 'waiting', comment: null, revision: 1 });
    return answer(tx, submission, !row);
  });
}

const freshFields = ({ now, releaseHours }: Submission) => ({
  day: now.toISOString().slice(0, 10),
  releasedAt: releaseTime(now, releaseHours),
});

/** Has the owner as many undecided proposals as one may have? */
async function hasMostOpen(tx: Store, owner: string): Promise<boolean> {
  const open = await tx
    .select({ id: proposals.id })
    .from(proposals)
    .where(and(eq(proposals.owner, owner), inArray(proposals.state, ['waiting', 'returned'])))
    .limit(MAX_OPEN_PROPOSALS);
  return open.length === MAX_OPEN_PROPOSALS;
}

async function answer(tx: Store, { owner, id, now }: Submission, isNew: boolean): Promise<SubmitResult> {
  const row = await lockProposal(tx, { owner, id }, now);
  return { ok: true, proposal: await toOwnProposal(tx, row!), isNew };
}

const withdrawn = {
  kind: 'withdrawn',
  detail: 'This proposal was withdrawn.',
  remedy: 'Propose it again under another id.',
};
const tooManyOpen = {
  kind: 'too-many-open',
  detail: `This install has ${MAX_OPEN_PROPOSALS} proposals that nobody has decided.`,
  remedy: 'Withdraw one, or wait until an author has decided.',
};
const STATES = new Map([
  ['taken', 'taken into a draft'],
  ['live', 'published'],
]);
const decided = (state: string) => ({
  kind: 'decided',
  detail: `This proposal is ${STATES.get(state) ?? state}, so it cannot be replaced.`,
  remedy: 'Propose the change under another id, or withdraw this one first.',
});
