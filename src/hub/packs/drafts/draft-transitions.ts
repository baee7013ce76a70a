import type { DraftState } from '../../../model/hub-api/drafts.ts';

export type DraftAction = 'save' | 'submit' | 'withdraw' | 'approve' | 'return' | 'discard' | 'publish';

/**
 * What each action makes of a draft in each state; what is not listed is refused. A saved change is always a draft again, so that an
 * approval never holds for what nobody but its author read.
 */
export const draftTransitions: Record<DraftState, Partial<Record<DraftAction, DraftState>>> = {
  draft: { save: 'draft', submit: 'in-review', discard: 'discarded' },
  'in-review': { save: 'draft', withdraw: 'draft', approve: 'approved', return: 'draft', discard: 'discarded' },
  approved: { save: 'draft', withdraw: 'draft', return: 'draft', discard: 'discarded', publish: 'published' },
  published: {},
  discarded: {},
};
