import type { DraftState } from '../../../model/hub-api/drafts.ts';
import type { ProposalState } from '../../../model/hub-api/proposals.ts';

/** What decides the state of a proposal beside what was decided of it. */
export interface ProposalFacts {
  /** As it is stored. */
  stored: Exclude<ProposalState, 'live'>;
  /** Of the draft that it was taken into. */
  draftState: DraftState | null;
  /** The version that was made of that draft has the guide. */
  isInVersion: boolean;
  /** Devices in use are offered a version from then on that has the guide. */
  isOffered: boolean;
}

/**
 * The state of a proposal. The first row that holds decides:
 *
 * | state      | holds if                                                                            |
 * |------------|-------------------------------------------------------------------------------------|
 * | as stored  | it was not taken                                                                    |
 * | waiting    | its draft was discarded, or published without the guide: nobody has decided after all |
 * | live       | devices in use are offered a version with it                                        |
 * | taken      | always                                                                              |
 */
export function proposalState({ stored, draftState, isInVersion, isOffered }: ProposalFacts): ProposalState {
  if (stored !== 'taken') return stored;
  if (draftState === 'discarded' || draftState === null || (draftState === 'published' && !isInVersion)) return 'waiting';
  return isOffered ? 'live' : 'taken';
}
