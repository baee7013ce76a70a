import { expect, test } from 'vitest';
import { step } from '../../src/model/pack/step.ts';
import { lintAdvance } from '../../src/packs/lint-advance.ts';

const lint = (role: string, advance: object, more: object = {}) =>
  lintAdvance(
    step.parse({ id: 's', title: 't', body: 'b', anchor: { role, name: 'It' }, advance, ...more }),
    'guides[0].steps[0]',
  );

test.each<[string, string, object, object, string, RegExp]>([
  ['a choice in an option', 'option', { on: 'choose' }, {}, '.advance', /the role "option"/],
  ['a choice in a day of a calendar', 'gridcell', { on: 'choose' }, {}, '.advance', /the role "gridcell"/],
  ['a choice in a checkbox', 'checkbox', { on: 'choose' }, {}, '.advance', /the role "checkbox"/],
  ['a double click on a switch', 'switch', { on: 'double-click' }, {}, '.advance', /the role "switch"/],
  ['a text field that is dragged', 'textbox', { on: 'drag' }, {}, '.advance', /the role "textbox"/],
  ['a file from a checkbox', 'checkbox', { on: 'file' }, {}, '.advance', /the role "checkbox"/],
  ['a press that completes no double click', 'row', { on: 'double-click' }, { do: { act: 'click' } }, '.do', /a double click/],
  ['a press that completes no drag', 'listitem', { on: 'drag' }, { do: { act: 'click' } }, '.do', /is dragged/],
])('lint warns of %s', (_name, role, advance, more, path, reason) => {
  expect(lint(role, advance, more)).toEqual([
    {
      path: `guides[0].steps[0]${path}`,
      reason: expect.stringMatching(reason),
      remedy: expect.stringMatching(/\.$/),
      warning: true,
    },
  ]);
});

test.each<[string, string, object, object]>([
  [
    'a choice in a combobox, done by Cairn',
    'combobox',
    { on: 'choose', option: 'Net 30' },
    { do: { act: 'choose', option: 'Net 30' } },
  ],
  ['a choice in what a button opens', 'button', { on: 'choose' }, {}],
  ['a double click on a row', 'row', { on: 'double-click' }, {}],
  ['a card that is dragged to a list', 'listitem', { on: 'drag', to: { role: 'list', name: 'Done' } }, {}],
  ['a file from a file field, which has the role of a text field', 'textbox', { on: 'file' }, {}],
  ['a file that is dropped on an area', 'region', { on: 'file' }, {}],
  ['the pointer on a menu', 'menuitem', { on: 'hover' }, {}],
])('lint does not report %s', (_name, role, advance, more) => {
  expect(lint(role, advance, more)).toEqual([]);
});
