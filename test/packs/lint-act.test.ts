import { expect, test } from 'vitest';
import { step } from '../../src/model/pack/step.ts';
import { lintAct } from '../../src/packs/lint-act.ts';

const lint = (anchor: object | undefined, act: object | undefined) =>
  lintAct(step.parse({ id: 's', title: 't', body: 'b', anchor, do: act }), 'guides[0].steps[0]');
const button = { role: 'button', name: 'Save' };

test.each<[string, object, object, string, RegExp]>([
  ['"risky": false for a button', button, { act: 'click', risky: false }, '.do.risky', /changes nothing for the role "button"/],
  ['"risky": false for a link', { role: 'link', name: 'Delete' }, { act: 'click', risky: false }, '.do.risky', /role "link"/],
  ['"risky": false for a field', { role: 'textbox' }, { act: 'fill', with: 'a', risky: false }, '.do.risky', /role "textbox"/],
  ['a button that is ticked', button, { act: 'check', on: true }, '.do.act', /asks twice, as before a press/],
  ['a button that is filled in', button, { act: 'fill', with: 'a' }, '.do.act', /which is no field/],
  ['a link from which an option is chosen', { role: 'link' }, { act: 'choose', option: 'a' }, '.do.act', /which is no field/],
  ['a name in two alphabets', { role: 'tab', name: { en: 'Dеlete' } }, { act: 'click' }, '.anchor.name', /mixes alphabets/],
  ['a name that hides a character', { role: 'tab', name: 'De\u200blete' }, { act: 'click' }, '.anchor.name', /hides characters/],
])('lint warns of %s', (_name, anchor, act, path, reason) => {
  expect(lint(anchor, act)).toEqual([
    { path: `guides[0].steps[0]${path}`, reason: expect.stringMatching(reason), remedy: expect.any(String), warning: true },
  ]);
});

test.each<[string, object | undefined, object | undefined]>([
  ['a button that is pressed', button, { act: 'click' }],
  ['a button that is marked as risky', button, { act: 'click', risky: true }],
  ['"risky": false for a row', { role: 'row', name: '10' }, { act: 'click', risky: false }],
  ['a checkbox that is ticked', { role: 'checkbox', name: 'Urgent' }, { act: 'check', on: true }],
  ['a switch that is set', { role: 'switch', name: 'Wi-Fi' }, { act: 'check', on: false }],
  ['a field that is filled in', { role: 'textbox', name: 'Größe' }, { act: 'fill', with: 'a' }],
  ['a list from which an option is chosen', { role: 'combobox', name: '국가' }, { act: 'choose', option: 'a' }],
  ['a step without an action', button, undefined],
  ['an action without an anchor, which is reported elsewhere', undefined, { act: 'click', risky: false }],
])('lint does not warn of %s', (_name, anchor, act) => {
  expect(lint(anchor, act)).toEqual([]);
});
