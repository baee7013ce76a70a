import { expect, test } from 'vitest';
import type { Fact } from '../../../src/friction/facts.ts';
import { deriveSubmissions, noSubmission } from '../../../src/friction/page/derive-submissions.ts';
import { click, sign, target } from '../judge-story.ts';

const changed: Fact = { is: 'changed', at: 0, field: 1, form: 0 };
const pressed = (at: number, kind: 'button' | 'link' = 'button'): Fact => click(at, target(kind));
const answered = (at: number, outcome?: 'accepted' | 'refused', more = {}): Fact => ({
  ...{ is: 'request', at, end: at + 300 },
  ...(outcome && { outcome }),
  ...more,
});
const attempted: Fact = { is: 'attempted', at: 10_000, form: 4 };
const tick: Fact = { is: 'tick', at: 15_000 };

const sent = (story: readonly Fact[]) => {
  let state = noSubmission;
  return story.flatMap((fact) => {
    const derived = deriveSubmissions(state, fact);
    state = derived.state;
    return derived.facts.map(({ is }) => is);
  });
};
const both = ['submitted', 'saved'];

test.each<[string, Fact[], string[]]>([
  ['a press leads to a request', [changed, pressed(10_000), answered(10_090, 'accepted')], both],
  ['the request is refused', [changed, pressed(10_000), answered(10_090, 'refused')], []],
  ['nobody knows what became of the request', [changed, pressed(10_000), answered(10_090)], []],
  ['nothing was changed', [pressed(10_000), answered(10_090, 'accepted')], []],
  ['the request ran before the change', [pressed(-500), changed, answered(-10, 'accepted')], []],
  ['the request came long after the press', [changed, pressed(10_000), answered(13_000, 'accepted')], []],
  ['a link leads elsewhere', [changed, pressed(10_000, 'link'), answered(10_090, 'accepted')], []],
  ['a press leads elsewhere', [changed, pressed(10_000), sign(10_085, 'navigation'), answered(10_090, 'accepted')], []],
  [
    'the page moves on when it is sent',
    [changed, pressed(10_000), sign(10_400, 'navigation'), answered(10_090, 'accepted')],
    both,
  ],
  ['a change is stored by itself', [changed, answered(700, 'accepted')], both],
  ['a change looks something up', [changed, answered(700, 'accepted', { hasQuery: true })], []],
  ['something else is requested much later', [changed, answered(7000, 'accepted')], []],
  ['submitted, moved on at once, stored', [changed, attempted, sign(10_010, 'navigation'), answered(10_090, 'accepted')], both],
  ['submitted, and the app stores it in the browser', [changed, attempted, sign(10_050), tick], both],
  ['submitted, and nothing happens', [changed, attempted, tick], []],
  [
    'submitted, and a field is refused',
    [changed, attempted, sign(10_050), { is: 'invalid', at: 10_060, field: 1, form: 4 }, tick],
    [],
  ],
  ['submitted, and the server refuses', [changed, attempted, answered(10_090, 'refused'), sign(10_400), tick], []],
  ['submitted, and the page is left at once', [changed, attempted, sign(10_050), { is: 'end', at: 10_200 }], both],
  ['the browser sends the form', [changed, { ...attempted, is: 'submitted' } as Fact, { is: 'end', at: 10_200 }], ['saved']],
])('what was changed is sent: %s', (_, story, expected) => {
  expect(sent(story)).toEqual(expected);
});
