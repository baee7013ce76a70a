import type { Fault } from '../../../model/fault/fault.ts';
import type { DraftState } from '../../../model/hub-api/drafts.ts';
import { type DraftAction, draftTransitions } from './draft-transitions.ts';

/** What an action is called after "cannot be". */
const PARTICIPLES: Record<DraftAction, string> = {
  save: 'changed',
  submit: 'handed in',
  withdraw: 'withdrawn',
  approve: 'approved',
  return: 'returned',
  discard: 'discarded',
  publish: 'published',
};

const STATES: Record<DraftState, string> = {
  draft: 'being written',
  'in-review': 'in review',
  approved: 'approved',
  published: 'published',
  discarded: 'discarded',
};

export const unknownDraft = {
  kind: 'unknown-draft',
  detail: 'There is no draft with this id.',
  remedy: 'Load the list of drafts again.',
};

export const ownDraft = {
  kind: 'own-draft',
  detail: 'You wrote a part of this draft or handed it in, so you may neither approve nor return it.',
  remedy: 'Ask somebody who did not write it to review it. To go on writing yourself, withdraw it.',
};

export const otherContent = {
  kind: 'other-content',
  detail: 'The approval names other content than the draft has.',
  remedy: 'Load the draft again, read what it says now, and approve that.',
};

/** An action that the state of a draft does not allow. */
export function wrongState(action: DraftAction, state: DraftState) {
  const possible = (Object.keys(draftTransitions[state]) as DraftAction[]).map((one) => PARTICIPLES[one]);
  const list = new Intl.ListFormat('en', { type: 'disjunction' }).format(possible);
  return {
    kind: 'wrong-state',
    detail: `A draft that is ${STATES[state]} cannot be ${PARTICIPLES[action]}.`,
    remedy: possible.length > 0 ? `Load it again. It can be ${list}.` : 'Make a new draft.',
  };
}

export const otherPack = (pack: string) => ({
  kind: 'other-pack',
  detail: `This is a draft of the pack ${pack}, and the content has another id.`,
  remedy: `Set "id" to "${pack}", or make a new draft for the other pack.`,
});

export const idTaken = (pack: string, app: string) => ({
  kind: 'id-taken',
  detail: `${pack} is the id of a pack for the app ${app}.`,
  remedy: `Set "app" to "${app}", or give the pack another id in a new draft.`,
});

/** All faults in one text, one a line. */
export const faulty = (kind: 'malformed' | 'faulty-content', faults: readonly Fault[]) => ({
  kind,
  detail: faults.map(({ path, reason, remedy }) => `${path || 'the content'}: ${reason}. ${remedy}`).join('\n'),
  remedy: kind === 'malformed' ? 'Correct this, and send it again.' : 'Correct this in the draft, save it, and hand it in again.',
});
