import { expect, test } from 'vitest';
import type { Ask } from '../../../src/messaging/ask.ts';
import { createGuideBodies } from '../../../src/page/guides/guide-bodies.ts';
import { step, walkthrough } from '../../player/a-guide.ts';

const guide = walkthrough([step('save')]);

function bodies() {
  const asked: string[] = [];
  const ask = (async (_name: string, { guide: key }: { guide: string }) => {
    asked.push(key);
    return key === 'basics/walk' ? { ok: true, guide } : { ok: false, why: 'No pack in force has this guide.' };
  }) as unknown as Ask;
  return { ...createGuideBodies(ask), asked };
}

test('a guide is fetched once, however often it is needed', async () => {
  const { of, find, asked } = bodies();
  expect(await Promise.all([of(guide), of(guide), find('walkthrough', 'basics', 'walk')])).toEqual([guide, guide, guide]);
  expect(asked).toEqual(['basics/walk']);
});

test('a guide is fetched again after what was fetched has been forgotten', async () => {
  const { of, forget, asked } = bodies();
  await of(guide);
  forget();
  await of(guide);
  expect(asked).toEqual(['basics/walk', 'basics/walk']);
});

test('a guide that is not in force, or of another kind, is undefined', async () => {
  const { find } = bodies();
  expect(await find('walkthrough', 'basics', 'no-such')).toBeUndefined();
  expect(await find('checklist', 'basics', 'walk')).toBeUndefined();
});
