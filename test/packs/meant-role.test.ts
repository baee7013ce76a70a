import { expect, test } from 'vitest';
import { roleOf } from '../../src/locator/page/role.ts';
import { isLocatableRole, meantRole } from '../../src/packs/meant-role.ts';

test.each([
  ['Date', 'textbox'],
  ['InputTime', 'textbox'],
  ['DateTime', 'textbox'],
  ['ColorWell', 'textbox'],
  ['DisclosureTriangle', 'button'],
  ['DisclosureTriangleGrouped', 'button'],
  ['PopUpButton', 'button'],
  ['ToggleButton', 'button'],
  ['ComboBoxSelect', 'combobox'],
  ['TextField', 'textbox'],
  ['SearchBox', 'searchbox'],
  ['CheckBox', 'checkbox'],
  ['RadioButton', 'radio'],
  ['SpinButton', 'spinbutton'],
  ['ListBoxOption', 'option'],
  ['MenuListOption', 'option'],
  ['ProgressIndicator', 'progressbar'],
  ['pushbutton', 'button'],
  ['entry', 'textbox'],
  ['pagetab', 'tab'],
  ['editcombobox', 'combobox'],
  ['AXPopUpButton', 'button'],
  ['AXTextArea', 'textbox'],
  ['Hyperlink', 'link'],
  ['Edit', 'textbox'],
  ['image', 'img'],
  ['input', 'textbox'],
  ['select', 'combobox'],
  ['a', 'link'],
  ['Button', 'button'],
  ['buton', 'button'],
  ['text-box', 'textbox'],
  ['serchbox', 'searchbox'],
  ['menu item', 'menuitem'],
  ['check boxx', 'checkbox'],
])('by %s an author means the role %s', (written, role) => {
  expect(isLocatableRole(written)).toBe(false);
  expect(meantRole(written)).toBe(role);
  expect(isLocatableRole(role)).toBe(true);
});

test('nothing is meant by a word that is like no role', () => {
  expect(meantRole('flugzeugträger')).toBeUndefined();
  expect(meantRole('')).toBeUndefined();
});

test.each(['button', 'textbox', 'switch', 'img', 'menuitemcheckbox', 'searchbox', 'table', 'generic', 'toolbar'])(
  'the role %s is taken as it is',
  (role) => {
    expect(isLocatableRole(role)).toBe(true);
  },
);

test('every role that the locator gives to an element of HTML can be written', () => {
  const fake = (localName: string, type = '') =>
    ({
      localName,
      getAttribute: (name: string) => (name === 'type' ? type : null),
      hasAttribute: (name: string) => name === 'href',
    }) as unknown as Element;
  const original = globalThis.Element;
  globalThis.Element = { prototype: { getAttribute: () => null, hasAttribute: () => false } } as never;
  const tags =
    'a button select textarea summary img svg h2 th td tr li nav aside header footer table dialog option progress meter form';
  const roles = [
    ...tags.split(' ').map((tag) => roleOf(fake(tag))),
    ...['text', 'date', 'time', 'color', 'file', 'checkbox', 'radio', 'range', 'number', 'search', 'submit', 'password'].map(
      (type) => roleOf(fake('input', type)),
    ),
  ];
  globalThis.Element = original;
  expect(roles.filter((role) => !isLocatableRole(role) && role !== 'progress')).toEqual([]);
});
