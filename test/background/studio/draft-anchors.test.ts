import { expect, test } from 'vitest';
import { type AnchorPath, withAnchorAt } from '../../../src/background/studio/draft-anchors.ts';
import { aDraft } from './a-draft.ts';

const picked = { role: 'link', name: 'Orders' };

test('an anchor is put at its path, with what is known of it under the id of its step', () => {
  const changed = withAnchorAt(aDraft(), ['guide', 'steps', 1, 'anchor'], picked, { strength: 'weak' });
  expect(changed?.guide).toMatchObject({ steps: [{ anchor: { name: 'New order' } }, { anchor: picked }] });
  expect(changed?.notes).toEqual({ save: { strength: 'weak' } });
});

test('an anchor that a draft did not have yet is put there too', () => {
  expect(withAnchorAt(aDraft(), ['guide', 'requiresControl'], picked)?.guide).toMatchObject({ requiresControl: picked });
});

test.each<[string, AnchorPath]>([
  ['of no guide', ['notes', 'anchor']],
  ['of a step that is gone', ['guide', 'steps', 7, 'anchor']],
  ['of a field that is none', ['guide', 'steps', 0, 'anchour']],
  ['of a prototype', ['guide', '__proto__', 'anchor']],
  ['of a text', ['guide', 'title']],
  ['of a list', ['guide', 'steps']],
  ['into a text', ['guide', 'id', 'anchor']],
])('a path %s is refused, and the draft stays as it is', (_, path) => {
  const draft = aDraft();
  expect(withAnchorAt(draft, path, picked)).toBeUndefined();
  expect(draft).toEqual(aDraft());
});
