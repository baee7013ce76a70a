import type { ProposalState } from '../../../model/hub-api/proposals.ts';
import type { Credit } from '../../../model/pack/credit.ts';

const STATES = new Map<ProposalState, string>([
  ['waiting', 'Waiting'],
  ['returned', 'Returned'],
  ['declined', 'Declined'],
  ['taken', 'In a draft'],
  ['live', 'Live'],
  ['withdrawn', 'Withdrawn'],
]);

/** The state of a proposal as people call it. */
export const stateText = (state: ProposalState): string => STATES.get(state) ?? state;

/** Who showed how, as far as they chose to be named. */
export function creditText(credit: Credit | null): string {
  if (credit?.name && credit.department) return `${credit.name}, ${credit.department}`;
  if (credit?.name) return credit.name;
  return credit?.department ? `a colleague in ${credit.department}` : 'a colleague who is not named';
}
