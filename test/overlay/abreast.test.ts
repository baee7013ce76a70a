import { expect, test } from 'vitest';
import { createAbreast } from '../../entrypoints/overlay/abreast.ts';
import type { Ask } from '../../src/messaging/ask.ts';
import { createOverlayState } from '../../src/overlay/overlay-state.ts';
import { createPlayer } from '../../src/player/play.ts';
import type { PlayerEvent } from '../../src/player/played.ts';
import { step, walkthrough } from '../player/a-guide.ts';

const guide = walkthrough([step('save')]);
const running = { pack: 'basics', guide: 'walk', step: 'save', way: 'guide' as const, trail: [] };

/** The script of a page, or of a frame in it, that leads a walkthrough whose control it has not found. */
function script(inner: boolean) {
  const state = createOverlayState();
  const ask = (async () => ({ ok: true })) as unknown as Ask;
  const abreast = createAbreast({ state, ask, inner, lifetime: new AbortController().signal });
  const sought = { times: 0 };
  const player = createPlayer({
    page: () => ({ url: 'https://app.example/', holds: () => false }),
    keep: () => undefined,
    record: () => undefined,
    show: (_, { step: at, ...stand }, own) => {
      state.walk.value = { ...stand, guide, step: own, at, beside: null };
    },
    seek: () => {
      sought.times += 1;
    },
    perform: () => undefined,
    clear: () => {
      state.walk.value = null;
    },
  });
  player.open(guide);
  const hear = (event: PlayerEvent) => player.hear(event);
  const opened: string[] = [];
  const told = (by: string, shown: boolean, at = 'save') =>
    abreast.follow(player, { by, running: { ...running, step: at }, shown }, ({ step: id }) => opened.push(id));
  return { abreast, state, sought, hear, told, opened };
}

test('while a frame shows the step, the page around it says nothing; when that frame goes, it looks anew and may miss it', () => {
  const { abreast, state, sought, hear, told } = script(false);
  told('frame 1', true);
  expect([abreast.visible.value, abreast.mayMiss()]).toEqual([null, false]);
  const before = sought.times;
  told('frame 2', false);
  expect(sought.times).toBe(before);
  told('frame 1', false);
  expect(sought.times).toBe(before + 1);
  expect(abreast.mayMiss()).toBe(true);
  hear({ is: 'gave-up' });
  expect(state.walk.value?.phase).toBe('missing');
  expect(abreast.visible.value?.phase).toBe('missing');
});

test('a frame that goes on to the next step is followed there, and the one before is not looked for again', () => {
  const { sought, told, opened } = script(false);
  told('frame 1', true);
  const before = sought.times;
  told('frame 1', false, 'next');
  expect([sought.times, opened]).toEqual([before, ['next']]);
});

test('a frame never says that a control is missing, whoever goes', () => {
  const { abreast, sought, told } = script(true);
  const before = sought.times;
  told('a top 1', true);
  told('a top 1', false);
  expect([abreast.mayMiss(), sought.times]).toEqual([false, before]);
});
