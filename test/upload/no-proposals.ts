import type { ProposalOutbox } from '../../src/upload/proposal-outbox.ts';

/** Nothing was proposed. */
export const noProposals: ProposalOutbox = {
  waiting: async () => [],
  markAttempt: async () => undefined,
  settle: async () => undefined,
};
