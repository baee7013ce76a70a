import { expect, test } from 'vitest';
import { type KeyAction, type KeyState, keyTransitions } from '../../../../src/hub/packs/signing/key-transitions.ts';

test.each<[KeyState, KeyAction, KeyState | undefined]>([
  ['prepared', 'activate', 'active'],
  ['prepared', 'retire', 'retired'],
  ['active', 'activate', undefined],
  ['active', 'retire', 'retired'],
  ['retired', 'activate', undefined],
  ['retired', 'retire', undefined],
])('a key that is %s, at %s, becomes %s', (state, action, next) => {
  expect(keyTransitions[state][action]).toBe(next);
});
