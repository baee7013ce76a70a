import { expect, test } from 'vitest';
import { isCharacter, type KeyPress, keyToken, tokensOf } from '../../../../src/desk/shell/commands/key-token.ts';

const press = (key: string, given: Partial<KeyPress> = {}): KeyPress => ({
  ...{ key, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false },
  ...given,
});

test.each<[KeyPress, string]>([
  [press('j'), 'j'],
  [press('J', { shiftKey: true }), 'Shift+j'],
  [press('J'), 'j'],
  [press('k', { ctrlKey: true }), 'Mod+k'],
  [press('k', { metaKey: true }), 'Mod+k'],
  [press('?', { shiftKey: true }), '?'],
  [press('?'), '?'],
  [press('/', { shiftKey: true }), '/'],
  [press(' '), 'Space'],
  [press('ArrowDown', { shiftKey: true }), 'Shift+ArrowDown'],
  [press('ж'), 'ж'],
])('%j is %s', (event, token) => {
  expect(keyToken(event)).toBe(token);
});

test('a character that takes AltGr is that character, and no combination with Ctrl and Alt', () => {
  expect(keyToken(press('/', { ctrlKey: true, altKey: true }), true)).toBe('/');
});

test.each([
  ['Mod+K', ['Mod+k']],
  ['g i', ['g', 'i']],
  ['Shift+M', ['Shift+m']],
  ['+', ['+']],
])('the keys %s are the presses %j', (keys, tokens) => {
  expect(tokensOf(keys)).toEqual(tokens);
});

test.each([
  ['j', true],
  ['Shift+m', true],
  ['?', true],
  ['Mod+k', false],
  ['Escape', false],
  ['Space', false],
])('%s is a single character: %s', (token, expected) => {
  expect(isCharacter(token)).toBe(expected);
});
