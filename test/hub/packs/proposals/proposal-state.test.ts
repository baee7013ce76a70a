import { expect, test } from 'vitest';
import { type ProposalFacts, proposalState } from '../../../../src/hub/packs/proposals/proposal-state.ts';
import { proposalAfter } from '../../../../src/hub/packs/proposals/proposal-transitions.ts';

const facts = (given: Partial<ProposalFacts>): ProposalFacts => ({
  ...{ stored: 'taken', draftState: 'published', isInVersion: true, isOffered: true },
  ...given,
});

test.each([
  ['waiting', { stored: 'waiting', draftState: null }],
  ['withdrawn', { stored: 'withdrawn' }],
  ['declined', { stored: 'declined' }],
  ['taken', { draftState: 'draft', isInVersion: false, isOffered: false }],
  ['taken', { draftState: 'approved', isInVersion: false, isOffered: false }],
  ['taken', { isOffered: false }],
  ['live', {}],
  ['waiting', { draftState: 'discarded', isInVersion: false, isOffered: false }],
  ['waiting', { isInVersion: false }],
] satisfies [string, Partial<ProposalFacts>][])('a proposal is %s if %j', (state, given) => {
  expect(proposalState(facts(given))).toBe(state);
});

test('a withdrawn proposal stays withdrawn, and one that is taken is decided by nobody else', () => {
  const actions = ['replace', 'take', 'return', 'decline', 'withdraw'] as const;
  expect(actions.map((action) => proposalAfter('withdrawn', action))).toEqual(actions.map(() => undefined));
  expect(actions.filter((action) => proposalAfter('taken', action) !== undefined)).toEqual(['withdraw']);
  expect(actions.filter((action) => proposalAfter('live', action) !== undefined)).toEqual(['withdraw']);
});
