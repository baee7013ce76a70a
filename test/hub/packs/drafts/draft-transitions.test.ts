import { expect, test } from 'vitest';
import { type DraftAction, draftTransitions } from '../../../../src/hub/packs/drafts/draft-transitions.ts';
import type { DraftState } from '../../../../src/model/hub-api/drafts.ts';

const REFUSED = undefined;
const actions: DraftAction[] = ['save', 'submit', 'withdraw', 'approve', 'return', 'discard', 'publish'];

/** Each state with what each action makes of it, in the order of `actions`. */
const table: [DraftState, (DraftState | undefined)[]][] = [
  ['draft', ['draft', 'in-review', REFUSED, REFUSED, REFUSED, 'discarded', REFUSED]],
  ['in-review', ['draft', REFUSED, 'draft', 'approved', 'draft', 'discarded', REFUSED]],
  ['approved', ['draft', REFUSED, 'draft', REFUSED, 'draft', 'discarded', 'published']],
  ['published', [REFUSED, REFUSED, REFUSED, REFUSED, REFUSED, REFUSED, REFUSED]],
  ['discarded', [REFUSED, REFUSED, REFUSED, REFUSED, REFUSED, REFUSED, REFUSED]],
];

const cases = table.flatMap(([state, results]) => actions.map((action, at) => [action, state, results[at]] as const));

test.each(cases)('%s of a draft in the state %s results in %s', (action, state, result) => {
  expect(draftTransitions[state][action]).toBe(result);
});

test('the only way to published leads through a review', () => {
  const before = (to: DraftState) =>
    table.flatMap(([state]) => actions.filter((action) => draftTransitions[state][action] === to));
  expect(before('published')).toEqual(['publish']);
  expect(before('approved')).toEqual(['approve']);
  expect(table.filter(([state]) => draftTransitions[state].publish).map(([state]) => state)).toEqual(['approved']);
  expect(table.filter(([state]) => draftTransitions[state].approve).map(([state]) => state)).toEqual(['in-review']);
});
