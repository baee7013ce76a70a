import { expect, test } from 'vitest';
import { guideSteps } from '../../../../src/desk/features/proposals/guide-steps.ts';
import { creditText } from '../../../../src/desk/features/proposals/proposal-words.ts';

test('the steps of a walkthrough are told in the language of the proposal, with their controls', () => {
  const guide = {
    kind: 'walkthrough',
    steps: [
      {
        id: 'one',
        title: { en: 'Open', de: 'Öffnen' },
        body: 'B',
        anchor: { role: 'button', name: 'Save' },
        advance: { on: 'click' },
      },
      { id: 'two', title: { fr: 'Fermer' }, body: 'B', anchor: { role: 'link' } },
      { id: 'three', title: 'T', body: 'B' },
    ],
  };
  expect(guideSteps(guide, 'de')).toEqual([
    { id: 'one', title: 'Öffnen', body: 'B', control: 'button “Save”', completedBy: 'a click' },
    { id: 'two', title: 'Fermer', body: 'B', control: 'link without a name that is known', completedBy: null },
    { id: 'three', title: 'T', body: 'B', control: null, completedBy: null },
  ]);
});

test('instructions read without the marks of Markdown, and stand once', () => {
  const steps = [
    { id: 'one', title: 'Choose Save', body: 'Choose **Save**.', advance: { on: 'input' } },
    { id: 'two', title: 'Choose Save', body: 'Choose **Save \\[\\*\\]**. It *may* take a minute.', advance: { on: 'next' } },
  ];
  expect(guideSteps({ kind: 'walkthrough', steps }, 'en')).toMatchObject([
    { body: null, completedBy: 'filling it in' },
    { body: 'Choose Save [*]. It *may* take a minute.', completedBy: null },
  ]);
});

test('a tip is one step, at its control', () => {
  const tip = { kind: 'tip', id: 'hint', title: 'Hint', body: 'Press it.', anchor: { role: 'button', name: { en: 'Go' } } };
  expect(guideSteps(tip, 'en')).toMatchObject([{ id: 'hint', title: 'Hint', control: 'button “Go”' }]);
});

test.each([
  [null, 'a colleague who is not named'],
  [{}, 'a colleague who is not named'],
  [{ name: 'Ada' }, 'Ada'],
  [{ department: 'Sales' }, 'a colleague in Sales'],
  [{ name: 'Ada', department: 'Sales' }, 'Ada, Sales'],
])('the credit %j reads “%s”', (credit, text) => {
  expect(creditText(credit)).toBe(text);
});
