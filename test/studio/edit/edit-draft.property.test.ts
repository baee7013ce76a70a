import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Step } from '../../../src/model/pack/step.ts';
import type { DraftEdit } from '../../../src/studio/edit/draft-edit.ts';
import { editDraft } from '../../../src/studio/edit/edit-draft.ts';
import { judgeGuide } from '../../../src/studio/edit/judge-guide.ts';
import { button, draftOf, stepOf } from './sample-draft.ts';

const ids = ['a', 'b', 'c', 'd'];
const id = fc.constantFrom(...ids, 'a-2', 'step', 'x');
const branch = fc.record(
  { if: fc.constant({ is: 'appears', anchor: button('New') } as const), to: fc.constantFrom(...ids, 'end') },
  { requiredKeys: ['to'], noNullPrototype: true },
);
const steps = fc
  .tuple(...ids.map(() => fc.option(fc.array(branch, { minLength: 1, maxLength: 3 }), { nil: undefined })))
  .map((branches): Step[] =>
    ids.map((one, at) =>
      stepOf(one, { ...(branches[at] && { next: branches[at] }), ...(at > 0 && { revealedBy: ids[at - 1] }) }),
    ),
  );
const step = { step: id };
const key = fc.constantFrom('steps', 'title', 'body', 'next', 'anchor', 'advance', 'from', 'who', '__proto__', 'length');
const edit: fc.Arbitrary<DraftEdit> = fc.oneof(
  fc.record({ is: fc.constant('move' as const), ...step, to: fc.integer({ min: -2, max: 9 }) }),
  fc.record({ is: fc.constantFrom('delete', 'duplicate', 'merge', 'split', 'add-alternative'), ...step }),
  fc.record({ is: fc.constant('add' as const), after: fc.option(id), title: fc.string(), body: fc.string() }),
  fc.record({
    is: fc.constant('set' as const),
    path: fc.array(fc.oneof(key, fc.integer({ min: 0, max: 4 })), { minLength: 1, maxLength: 4 }),
    value: fc.oneof(fc.jsonValue(), fc.constant(undefined), fc.array(branch)),
  }),
  fc.record({
    is: fc.constant('set-text' as const),
    path: fc.constantFrom(['title'], ['steps', 0, 'title'], ['steps', 1, 'body'], ['steps', 0, 'fallbackBody'], ['steps']),
    language: fc.constantFrom('en', 'de', 'not a language'),
    wording: fc.string(),
  }),
) as fc.Arbitrary<DraftEdit>;

const frozen = <T>(value: T): T => {
  if (typeof value === 'object' && value !== null) Object.values(Object.freeze(value)).forEach(frozen);
  return value;
};

test('after any sequence of edits the guide is valid or the edit was refused, and undo brings back each draft exactly', () => {
  fc.assert(
    fc.property(steps, fc.array(edit, { maxLength: 12 }), (given, edits) => {
      const history = [
        { draft: frozen(draftOf(given) as Parameters<typeof editDraft>[0]), copy: JSON.stringify(draftOf(given)) },
      ];
      for (const one of edits) {
        const result = editDraft(history.at(-1)!.draft, one);
        if (!result.ok) continue;
        const walk = result.draft.guide.kind === 'walkthrough' ? result.draft.guide.steps : [];
        expect(walk.every(({ revealedBy }, at) => !revealedBy || walk.slice(0, at).some((step) => step.id === revealedBy))).toBe(
          true,
        );
        expect(judgeGuide(result.draft.guide)).toEqual({ ok: true, guide: result.draft.guide });
        history.push({ draft: frozen(result.draft), copy: JSON.stringify(result.draft) });
      }
      for (const { draft, copy } of history.toReversed()) expect(JSON.stringify(draft)).toBe(copy);
    }),
    { numRuns: 400 },
  );
});
