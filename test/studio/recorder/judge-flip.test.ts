import { expect, test } from 'vitest';
import { judgeFlip } from '../../../src/studio/recorder/judge-flip.ts';

const flip = { id: 'a1', before: false };
const nothing = () => false;

test('the first flip is an act, and so is one after something that may depend on the last', () => {
  expect(judgeFlip(undefined, true, nothing)).toEqual({ is: 'new' });
  expect(judgeFlip(flip, false, () => true)).toEqual({ is: 'new' });
});

test('an even number of flips is none, an odd number the first', () => {
  expect(judgeFlip(flip, false, nothing)).toEqual({ is: 'undone', id: 'a1' });
  expect(judgeFlip(flip, true, nothing)).toEqual({ is: 'same', id: 'a1' });
});
