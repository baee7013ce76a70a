import { expect, test } from 'vitest';
import { createOverlayState, type OverlayState } from '../../../src/overlay/overlay-state.ts';
import { watchSuppression } from '../../../src/page/prompts/watch-suppression.ts';
import { walkthrough } from '../../player/a-guide.ts';

function watched() {
  const state = createOverlayState();
  const heard: string[] = [];
  const life = new AbortController();
  watchSuppression({
    ...{ state, lifetime: life.signal },
    onSuppressed: () => heard.push('suppressed'),
    onReleased: () => heard.push('released'),
  });
  return { state, heard, life };
}
const openList = [{ view: 'open' }] as OverlayState['content']['checklists']['value'];

test.each<[string, (state: OverlayState) => void, (state: OverlayState) => void, boolean]>([
  [
    'a walkthrough',
    (state) => (state.walk.value = { phase: 'seeking' } as OverlayState['walk']['value']),
    (state) => (state.walk.value = null),
    true,
  ],
  [
    'the offer to continue a walkthrough',
    (state) => (state.walkOffer.value = walkthrough([])),
    (state) => (state.walkOffer.value = null),
    true,
  ],
  [
    'an open checklist',
    (state) => (state.content.checklists.value = openList),
    (state) => (state.content.checklists.value = []),
    false,
  ],
])('%s suppresses prompts until it is gone', async (_what, begin, end, hidesChecklists) => {
  const { state, heard } = watched();
  await Promise.resolve();
  heard.length = 0;
  begin(state);
  expect(heard).toEqual(['suppressed']);
  expect(state.content.promptsSuppressed.value).toBe(hidesChecklists);
  end(state);
  await Promise.resolve();
  expect(heard).toEqual(['suppressed', 'released']);
  expect(state.content.promptsSuppressed.value).toBe(false);
});

test('what suppresses prompts again before the release is told leaves them suppressed', async () => {
  const { state, heard } = watched();
  state.walkOffer.value = walkthrough([]);
  state.walkOffer.value = null;
  state.content.checklists.value = openList;
  await Promise.resolve();
  expect(heard.at(-1)).toBe('suppressed');
});

test('other guides that fit here are told as a release', async () => {
  const { state, heard } = watched();
  await Promise.resolve();
  heard.length = 0;
  state.content.applicableGuides.value = [walkthrough([])];
  await Promise.resolve();
  expect(heard).toEqual(['released']);
});

test('after the lifetime has ended nothing is told', async () => {
  const { state, heard, life } = watched();
  await Promise.resolve();
  heard.length = 0;
  life.abort();
  state.walkOffer.value = walkthrough([]);
  await Promise.resolve();
  expect(heard).toEqual([]);
});
