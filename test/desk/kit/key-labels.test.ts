import { expect, test } from 'vitest';
import { keyLabels } from '../../../src/desk/kit/key-labels.ts';

test.each([
  ['Mod+K', false, ['Ctrl', 'K']],
  ['Mod+K', true, ['⌘', 'K']],
  ['Shift+M', false, ['⇧', 'M']],
  ['g i', false, ['G', 'I']],
  ['?', false, ['?']],
  ['ArrowDown', false, ['↓']],
])('the keys %s are printed as caps (Apple: %s): %j', (keys, isApple, labels) => {
  expect(keyLabels(keys, isApple)).toEqual(labels);
});
