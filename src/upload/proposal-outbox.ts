import type { Proposal } from '../model/hub-api/proposals.ts';

/** A proposal that waits to be sent, or to be withdrawn. */
export interface OutgoingProposal {
  id: string;
  /** Which content it is: an answer to an earlier one does not count for a later one. */
  edition: number;
  /** Undefined: it is to be withdrawn. */
  body?: Proposal;
}

/** What the hub said: it has it, or will never take it. */
export type ProposalOutcome = { is: 'done' } | { is: 'refused'; why: string };

/** Proposals of this device on their way to the hub. */
export interface ProposalOutbox {
  /** The oldest first. */
  waiting(): Promise<OutgoingProposal[]>;
  /** Called before it is sent: the hub may have it from now on. */
  markAttempt(id: string): Promise<void>;
  settle(outgoing: Pick<OutgoingProposal, 'id' | 'edition'>, outcome: ProposalOutcome): Promise<void>;
}
