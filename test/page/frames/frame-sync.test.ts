import { expect, test } from 'vitest';
import type { Ask } from '../../../src/messaging/ask.ts';
import { createOverlayState } from '../../../src/overlay/overlay-state.ts';
import { createFrameSync } from '../../../src/page/frames/frame-sync.ts';
import { createPlayer } from '../../../src/player/create-player.ts';
import type { PlayerEvent } from '../../../src/player/transition.ts';
import { step, walkthrough } from '../../player/a-guide.ts';

const guide = walkthrough([step('save')]);
const running = { pack: 'basics', guide: 'walk', step: 'save', mode: 'guide' as const, trail: [] };

/** The script of a page, or of a frame in it, that leads a walkthrough whose control it has not found. */
function createScript(isSubframe: boolean) {
  const state = createOverlayState();
  const ask = (async () => ({ ok: true })) as unknown as Ask;
  const frameSync = createFrameSync({ state, ask, isSubframe, lifetime: new AbortController().signal });
  const located = { times: 0 };
  const player = createPlayer({
    page: () => ({ url: 'https://app.example/', holds: () => false }),
    saveProgress: () => undefined,
    record: () => undefined,
    show: (_, { step: stepIndex, ...stand }, own) => {
      state.walk.value = { ...stand, guide, step: own, stepIndex, target: null };
    },
    locate: () => {
      located.times += 1;
    },
    perform: () => undefined,
    clear: () => {
      state.walk.value = null;
    },
  });
  player.start(guide);
  const hear = (event: PlayerEvent) => player.send(event);
  const opened: string[] = [];
  const hearFrom = (frameId: string, presenting: boolean, at = 'save') =>
    frameSync.receive(player, { frameId, progress: { ...running, step: at }, presenting }, ({ step: id }) => opened.push(id));
  return { abreast: frameSync, state, sought: located, hear, told: hearFrom, opened };
}

test('while a frame shows the step, the page around it says nothing; when that frame goes, it looks anew and may miss it', () => {
  const { abreast, state, sought, hear, told } = createScript(false);
  told('frame 1', true);
  expect([abreast.visible.value, abreast.mayReportMissing()]).toEqual([null, false]);
  const before = sought.times;
  told('frame 2', false);
  expect(sought.times).toBe(before);
  told('frame 1', false);
  expect(sought.times).toBe(before + 1);
  expect(abreast.mayReportMissing()).toBe(true);
  hear({ is: 'gave-up' });
  expect(state.walk.value?.phase).toBe('missing');
  expect(abreast.visible.value?.phase).toBe('missing');
});

test('a frame that goes on to the next step is followed there, and the one before is not looked for again', () => {
  const { sought, told, opened } = createScript(false);
  told('frame 1', true);
  const before = sought.times;
  told('frame 1', false, 'next');
  expect([sought.times, opened]).toEqual([before, ['next']]);
});

test('a frame never says that a control is missing, whoever goes', () => {
  const { abreast, sought, told } = createScript(true);
  const before = sought.times;
  told('a top 1', true);
  told('a top 1', false);
  expect([abreast.mayReportMissing(), sought.times]).toEqual([false, before]);
});
