import { expect, test } from 'vitest';
import { judgeKey, type KeyDown, type KeyMeaning } from '../../../src/studio/recorder/judge-key.ts';

const field: KeyDown = {
  key: 'Enter',
  hasModifier: false,
  kind: 'text',
  isMultiline: false,
  isLink: false,
  isCombobox: false,
  isPopupOpen: false,
  hasDefaultButton: true,
};

test.each<[string, Partial<KeyDown>, KeyMeaning]>([
  ['Enter in a field of a form presses its default button', {}, 'submit'],
  ['Enter in a field without a form does what the page makes of it', { hasDefaultButton: false }, 'enter'],
  ['Enter in a field of many lines begins a line', { isMultiline: true }, 'edit'],
  ['Enter chooses where a list is open', { isPopupOpen: true }, 'choose'],
  ['Enter presses a button', { kind: 'press' }, 'press'],
  ['Enter on a checkbox presses the default button', { kind: 'toggle' }, 'submit'],
  ['Enter on a native list does nothing', { kind: 'select' }, 'edit'],
  ['Space presses a button', { key: ' ', kind: 'press' }, 'press'],
  ['Space scrolls on a link', { key: ' ', kind: 'press', isLink: true }, 'edit'],
  ['Space flips a checkbox', { key: ' ', kind: 'toggle' }, 'flip'],
  ['Space is typed in a field', { key: ' ' }, 'edit'],
  ['an arrow chooses among radio buttons', { key: 'ArrowDown', kind: 'radio' }, 'flip'],
  ['an arrow moves in a field', { key: 'ArrowLeft' }, 'edit'],
  ['a letter is typed', { key: 'k' }, 'edit'],
  ['Tab goes on', { key: 'Tab' }, 'edit'],
  ['Tab takes what is active in an open list', { key: 'Tab', isPopupOpen: true }, 'choose'],
  ['an arrow chooses from a closed list of its own', { key: 'ArrowDown', kind: 'press', isCombobox: true }, 'choose'],
  ['F4 opens a list of its own', { key: 'F4', isCombobox: true }, 'choose'],
  ['Alt and an arrow open it too', { key: 'ArrowDown', hasModifier: true, isCombobox: true }, 'choose'],
  ['a letter chooses where nothing can be typed', { key: 'k', kind: 'press', isCombobox: true }, 'choose'],
  ['a letter is typed in a field with a list', { key: 'k', isCombobox: true }, 'edit'],
  ['Escape leaves', { key: 'Escape' }, 'leave'],
  ['Control and z undoes', { key: 'z', hasModifier: true }, 'undo'],
  ['Control and c copies', { key: 'c', hasModifier: true }, 'edit'],
  ['Control and s is the app’s', { key: 's', hasModifier: true }, 'shortcut'],
  ['a function key is the app’s', { key: 'F2', kind: 'press' }, 'shortcut'],
])('%s', (_, facts, meaning) => {
  expect(judgeKey({ ...field, ...facts })).toBe(meaning);
});
