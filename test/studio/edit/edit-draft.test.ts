import { describe, expect, test } from 'vitest';
import type { Step } from '../../../src/model/pack/step.ts';
import type { DraftEdit } from '../../../src/studio/edit/draft-edit.ts';
import { editDraft } from '../../../src/studio/edit/edit-draft.ts';
import { button, draftOf, sketchOf, stepOf } from './sample-draft.ts';

const when = { is: 'appears', anchor: button('New') } as const;

/** `a`; `a→c` leads to c; `a?c` leads to c under a condition; both may follow each other. */
function stepFrom(sketch: string): Step {
  const [id = '', ...parts] = sketch.split(/(?=[→?])/);
  const next = parts.map((part) => ({ ...(part.startsWith('?') && { if: when }), to: part.slice(1) }));
  return stepOf(id, next.length > 0 ? { next } : {});
}
const draftFrom = (sketch: string) => draftOf(sketch.split(' ').map(stepFrom));
const outcomeOf = (sketch: string, edit: DraftEdit): string => {
  const result = editDraft(draftFrom(sketch), edit);
  if (result.ok) return sketchOf(result.draft).join(' ');
  return 'step' in result ? `${result.why}: ${result.step}` : result.why;
};

describe('steps', () => {
  test.each<[what: string, sketch: string, edit: DraftEdit, outcome: string]>([
    ['a step moves down', 'a b c', { is: 'move', step: 'a', to: 1 }, 'b a c'],
    ['a step moves to the front', 'a b c', { is: 'move', step: 'c', to: 0 }, 'c a b'],
    ['a step moves no further than the end', 'a b c', { is: 'move', step: 'a', to: 9 }, 'b c a'],
    ['a step that moves is still branched to', 'a→c b c', { is: 'move', step: 'c', to: 0 }, 'c a→c b'],
    ['a step is deleted', 'a b c', { is: 'delete', step: 'b' }, 'a c'],
    ['the only step stays', 'a', { is: 'delete', step: 'a' }, 'only-step'],
    ['a branch to a deleted step leads to the one after it', 'a→c b c d', { is: 'delete', step: 'c' }, 'a→d b d'],
    ['a branch to the deleted last step leads to the end', 'a?c b c', { is: 'delete', step: 'c' }, 'a?end b'],
    ['a branch to a deleted step leads where that one led', 'a?b→c b→d c d', { is: 'delete', step: 'b' }, 'a?d→c c d'],
    ['the step before a deleted one leads where that one led', 'a b→d c d', { is: 'delete', step: 'b' }, 'a→d c d'],
    ['a branch that would lead back to its own step is dropped', 'a?b→c b→a c', { is: 'delete', step: 'b' }, 'a→c c'],
    ['a step that leads to itself is deleted', 'a b→b c', { is: 'delete', step: 'b' }, 'a c'],
    ['a step with conditions that a branch leads to stays', 'a→b b?d c d', { is: 'delete', step: 'b' }, 'is-branched-to: a'],
    ['a step with conditions that only follows is deleted', 'a b?d c d', { is: 'delete', step: 'b' }, 'a c d'],
    ['a copy comes after its original and before what followed', 'a→c b c', { is: 'duplicate', step: 'a' }, 'a a-2→c b c'],
    ['a copy of a copy has a number of its own', 'a a-2', { is: 'duplicate', step: 'a-2' }, 'a a-2 a-3'],
    ['two steps become one, with the branches of the second', 'a b?c→d c d', { is: 'merge', step: 'a' }, 'a?c→d c d'],
    ['a step that leads to the next by a branch is merged', 'a→b b', { is: 'merge', step: 'a' }, 'a'],
    ['a branch of the second back to itself leads to the merged step', 'a b?b c', { is: 'merge', step: 'a' }, 'a?a c'],
    ['the last step has nothing to be merged with', 'a b', { is: 'merge', step: 'b' }, 'no-next-step'],
    ['a step that branches elsewhere is not merged', 'a?c b c', { is: 'merge', step: 'a' }, 'has-branches: a'],
    ['a step that another one branches to is not merged', 'a b c→b', { is: 'merge', step: 'a' }, 'is-branched-to: c'],
    ['a step becomes two, and the second one branches', 'a?c b c', { is: 'split', step: 'a' }, 'a a-2?c b c'],
    ['a step is added after another', 'a b', { is: 'add', after: 'a', title: 'T', body: 'B' }, 'a step b'],
    ['a step is added first', 'a b', { is: 'add', after: null, title: 'T', body: 'B' }, 'step a b'],
    [
      'an added step leads where the one before it led',
      'a?b→c b c',
      { is: 'add', after: 'a', title: 'T', body: 'B' },
      'a?b step→c b c',
    ],
    ['an alternative comes where the control is not there', 'a b c', { is: 'add-alternative', step: 'b' }, 'a?b→b-2 b→c b-2 c'],
    ['both alternatives lead to the end', 'a b', { is: 'add-alternative', step: 'b' }, 'a?b→b-2 b→end b-2'],
    ['a branch decides between alternatives', 'a→c b→end c', { is: 'add-alternative', step: 'c' }, 'a?c→c-2 b→end c→end c-2'],
    ['the first step has no alternative', 'a b', { is: 'add-alternative', step: 'a' }, 'no-step-before'],
    ['a step that a condition leads to has no alternative', 'a?c b c', { is: 'add-alternative', step: 'c' }, 'is-branched-to: a'],
    ['a step that is not there is not edited', 'a b', { is: 'delete', step: 'x' }, 'no-such-step'],
    ['nothing is added after a step that is not there', 'a', { is: 'add', after: 'x', title: 'T', body: 'B' }, 'no-such-step'],
    ['a branch to no step is refused', 'a b', { is: 'set', path: ['steps', 0, 'next'], value: [{ to: 'x' }] }, 'not-valid'],
    ['a branch to a step is set', 'a b', { is: 'set', path: ['steps', 0, 'next'], value: [{ to: 'end' }] }, 'a→end b'],
  ])('%s', (_, sketch, edit, outcome) => {
    expect(outcomeOf(sketch, edit)).toBe(outcome);
  });

  test('a step without a control has no alternative', () => {
    const draft = draftOf([stepOf('a'), stepOf('b', { anchor: undefined, advance: { on: 'next' } })]);
    expect(editDraft(draft, { is: 'add-alternative', step: 'b' })).toEqual({ ok: false, why: 'no-control' });
  });

  test('a guide without steps refuses to move one', () => {
    const { guide: _, ...draft } = draftOf([stepOf('a')]);
    const notice = { kind: 'notice', id: 'news', title: 'News', body: 'New.', priority: 50, as: 'card', safety: false } as const;
    expect(editDraft({ ...draft, guide: notice }, { is: 'delete', step: 'a' })).toEqual({ ok: false, why: 'no-steps' });
  });
});

describe('what merged and split steps have', () => {
  const steps = (result: ReturnType<typeof editDraft>): Step[] =>
    result.ok && result.draft.guide.kind === 'walkthrough' ? result.draft.guide.steps : [];

  test('a merged step has the control of the first, both texts and all checks, which name the controls that they are about', () => {
    const check = { requires: { is: 'value', value: { is: 'filled' } }, message: 'Empty.' } as const;
    const draft = draftOf([
      stepOf('a', { body: { en: 'One.', de: 'Eins.' }, checks: [check] }),
      stepOf('b', { body: 'Two.', checks: [check], advance: { on: 'input' } }),
    ]);
    expect(steps(editDraft(draft, { is: 'merge', step: 'a' }))).toEqual([
      stepOf('a', {
        body: { en: 'One.\n\nTwo.', de: 'Eins.' },
        checks: [check, { ...check, requires: { ...check.requires, anchor: button('b') } }],
      }),
    ]);
  });

  test('a merged step has the control of the second where the first has none', () => {
    const draft = draftOf([stepOf('a', { anchor: undefined, advance: { on: 'next' } }), stepOf('b')], {
      notes: { b: { strength: 'only' } },
    });
    const result = editDraft(draft, { is: 'merge', step: 'a' });
    expect(steps(result)).toMatchObject([{ id: 'a', anchor: button('b'), advance: { on: 'click' } }]);
    expect(result.ok && result.draft.notes).toEqual({ a: { strength: 'only' } });
  });

  test('a step is divided after its first paragraph, and the second half waits for the act', () => {
    const check = { requires: { is: 'value', value: { is: 'filled' } }, message: 'Empty.' } as const;
    const draft = draftOf([stepOf('a', { body: 'One.\n\nTwo.\n\nThree.', checks: [check], do: { act: 'click' } })], {
      notes: { a: { strength: 'weak', offers: ['check-appears'] } },
    });
    const result = editDraft(draft, { is: 'split', step: 'a' });
    expect(steps(result)).toEqual([
      stepOf('a', { body: 'One.', advance: { on: 'next' } }),
      stepOf('a', { id: 'a-2', body: 'Two.\n\nThree.', checks: [check], do: { act: 'click' } }),
    ]);
    expect(result.ok && result.draft.notes['a-2']).toEqual({ strength: 'weak' });
  });

  test('notes of a deleted step go with it', () => {
    const draft = draftOf([stepOf('a'), stepOf('b')], { notes: { a: { strength: 'sure' }, b: { strength: 'weak' } } });
    const result = editDraft(draft, { is: 'delete', step: 'b' });
    expect(result.ok && result.draft.notes).toEqual({ a: { strength: 'sure' } });
  });
});

test('an offer that was taken or is not wanted goes, and others stay', () => {
  const draft = draftOf([stepOf('a')], { notes: { a: { strength: 'sure', offers: ['check-appears', 'name-withheld'] } } });
  const first = editDraft(draft, { is: 'drop-offer', step: 'a', offer: 'check-appears' });
  expect(first.ok && first.draft.notes).toEqual({ a: { strength: 'sure', offers: ['name-withheld'] } });
  const second = editDraft(first.ok ? first.draft : draft, { is: 'drop-offer', step: 'a', offer: 'name-withheld' });
  expect(second.ok && second.draft.notes).toEqual({ a: { strength: 'sure' } });
});

describe('the step that reveals a control', () => {
  const draft = draftOf([
    stepOf('a'),
    stepOf('b', { revealedBy: 'a' }),
    stepOf('c', { revealedBy: 'b' }),
    stepOf('d', { revealedBy: 'c' }),
  ]);
  test.each<[what: string, edit: DraftEdit, revealers: (string | undefined)[]]>([
    ['is the one that revealed a deleted one', { is: 'delete', step: 'b' }, [undefined, 'a', 'c']],
    ['is none once what revealed it first is deleted', { is: 'delete', step: 'a' }, [undefined, 'b', 'c']],
    ['is none once it comes later', { is: 'move', step: 'c', to: 0 }, [undefined, undefined, 'a', 'c']],
    ['is the merged one', { is: 'merge', step: 'b' }, [undefined, 'a', 'b']],
    ['is none of a step that is merged with it', { is: 'merge', step: 'a' }, [undefined, 'a', 'c']],
    ['is the half that acts', { is: 'split', step: 'b' }, [undefined, 'a', 'a', 'b-2', 'c']],
    ['is that of the original of a copy', { is: 'duplicate', step: 'b' }, [undefined, 'a', 'a', 'b', 'c']],
  ])('%s', (_, edit, revealers) => {
    const result = editDraft(draft, edit);
    const steps = result.ok && result.draft.guide.kind === 'walkthrough' ? result.draft.guide.steps : [];
    expect(steps.map(({ revealedBy }) => revealedBy)).toEqual(revealers);
  });
});

describe('texts and fields', () => {
  const draft = draftOf([stepOf('a')]);
  const titleAfter = (...wordings: [language: string, wording: string][]) => {
    const result = wordings.reduce(
      (current, [language, wording]) => {
        const edited = editDraft(current, { is: 'set-text', path: ['title'], language, wording });
        return edited.ok ? edited.draft : current;
      },
      draft as Parameters<typeof editDraft>[0],
    );
    return result.guide.title;
  };

  test.each([
    ['the base language stays a plain text', [['en', 'New']], 'New'],
    ['a second language stands beside the first', [['de', 'Neu']], { en: 'Place an order', de: 'Neu' }],
    [
      'an emptied language is removed',
      [
        ['de', 'Neu'],
        ['de', ''],
      ],
      'Place an order',
    ],
    ['the last wording of a required text stays', [['en', '']], 'Place an order'],
  ] as [string, [string, string][], unknown][])('%s', (_, wordings, title) => {
    expect(titleAfter(...wordings)).toEqual(title);
  });

  test.each([
    ['a day that is none', ['from'], 'tomorrow', 'from'],
    ['a last day before the first', ['until'], '2026-01-01', 'until'],
    ['a pattern that is none', ['steps', 0, 'at'], '/orders/(', 'steps[0].at'],
    ['an address outside the app', ['steps', 0, 'go'], 'https://x.example', 'steps[0].go'],
    ['a field that no guide has', ['colour'], 'red', 'colour'],
    ['a share above a hundred', ['share'], 101, 'share'],
    ['an empty audience', ['who'], { department: [] }, 'who.department'],
  ])('%s is refused with its path', (_, path, value, faultPath) => {
    const dated = editDraft(draft, { is: 'set', path: ['from'], value: '2026-06-01' });
    const result = editDraft(dated.ok ? dated.draft : draft, { is: 'set', path, value });
    expect(!result.ok && result.why === 'not-valid' && result.faults.map((fault) => fault.path)).toEqual([faultPath]);
  });

  test.each([
    [['steps', 0, 'advance'], { on: 'place', to: '/orders/:id' }],
    [['steps', 0, 'optional'], true],
    [['steps', 0, 'wait'], { seconds: 20 }],
    [['steps', 0, 'at'], '/orders'],
    [['steps', 0, 'go'], '/orders'],
    [['steps', 0, 'checks'], [{ requires: { is: 'disappears', anchor: button('x') }, message: 'Still there.' }]],
    [['who'], { department: ['Sales'] }],
    [['from'], '2026-06-01'],
    [['priority'], 90],
    [['share'], 10],
    [['after'], [{ guide: 'other', state: 'seen' }]],
  ] as [(string | number)[], unknown][])('%j is set and removed again', (path, value) => {
    const set = editDraft(draft, { is: 'set', path, value });
    const valueIn = (result: typeof set) =>
      result.ok && path.reduce((one, key) => (one as never)?.[key], result.draft.guide as unknown);
    expect(valueIn(set)).toEqual(value);
    const removed = editDraft(set.ok ? set.draft : draft, { is: 'set', path, value: undefined });
    expect(valueIn(removed)).toEqual(path.at(-1) === 'priority' ? 50 : path.at(-1) === 'advance' ? { on: 'next' } : undefined);
  });
});
