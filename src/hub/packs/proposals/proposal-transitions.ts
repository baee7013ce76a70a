import type { ProposalState } from '../../../model/hub-api/proposals.ts';

type ProposalAction = 'replace' | 'take' | 'return' | 'decline' | 'withdraw';

/** From a state, by an action, to a state. What is not listed is refused. */
const TRANSITIONS: readonly [ProposalState, ProposalAction, Exclude<ProposalState, 'live'>][] = [
  ['waiting', 'replace', 'waiting'],
  ['waiting', 'take', 'taken'],
  ['waiting', 'return', 'returned'],
  ['waiting', 'decline', 'declined'],
  ['waiting', 'withdraw', 'withdrawn'],
  ['returned', 'replace', 'waiting'],
  ['returned', 'decline', 'declined'],
  ['returned', 'withdraw', 'withdrawn'],
  ['declined', 'withdraw', 'withdrawn'],
  ['taken', 'withdraw', 'withdrawn'],
  ['live', 'withdraw', 'withdrawn'],
];

/**
 * What an action makes of a proposal in a state; undefined where it is refused. `live` is never stored: a proposal in a draft that was
 * published is live while devices are offered a version that has it.
 */
export const proposalAfter = (state: ProposalState, action: ProposalAction) =>
  TRANSITIONS.find(([from, by]) => from === state && by === action)?.[2];
