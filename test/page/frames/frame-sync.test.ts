import { signal } from '@preact/signals';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Ask } from '../../../src/messaging/ask.ts';
import type { WalkMessage } from '../../../src/messaging/messages.ts';
import type { WalkOnScreen } from '../../../src/overlay/overlay-state.ts';
import { createFrameSync } from '../../../src/page/frames/frame-sync.ts';
import { createPlayer, type Player } from '../../../src/player/create-player.ts';
import { step, walkthrough } from '../../player/a-guide.ts';

const guide = walkthrough([step('save'), step('next')]);
const save = { pack: 'basics', guide: 'walk', step: 'save', mode: 'guide' as const, trail: [] };
const control = {} as Element;

let window: EventTarget;
beforeEach(() => {
  window = new EventTarget();
  vi.stubGlobal('window', window);
});
afterEach(() => vi.unstubAllGlobals());

/** The script of a page, or of a frame in it, in whose player the walkthrough was started. */
function startScript({ isSubframe }: { isSubframe: boolean }) {
  const walk = signal<WalkOnScreen | null>(null);
  const sent: WalkMessage[] = [];
  const ask = (async (_name: string, body: WalkMessage) => {
    sent.push(body);
    return { ok: true };
  }) as unknown as Ask;
  let searches = 0;
  const player: Player = createPlayer({
    page: () => ({ url: 'https://app.example/', holds: () => false }),
    saveProgress: () => undefined,
    record: () => undefined,
    noteFinished: () => undefined,
    show: (_, { step: stepIndex, ...walkState }, own) => {
      walk.value = { ...walkState, guide, step: own, stepIndex, target: walkState.phase === 'showing' ? control : null };
      frames.playerChanged();
    },
    locate: () => {
      searches += 1;
    },
    perform: () => undefined,
    clear: () => {
      walk.value = null;
      frames.playerChanged();
    },
  });
  const frames = createFrameSync({
    ...{ walk, player, ask, isSubframe, lifetime: new AbortController().signal },
    follow: (position) => (position ? player.follow(guide, position) : player.discard()),
  });
  player.start(guide);
  const receive = (frameId: number, presenting: boolean, over: Partial<WalkMessage> = {}) =>
    frames.receive({ frameId, progress: save, presenting, ...over });
  return { walk, frames, player, sent, receive, searches: () => searches };
}

describe('the page around frames', () => {
  test('draws nothing while a frame shows the step', async () => {
    const top = startScript({ isSubframe: false });
    await Promise.resolve();
    top.receive(11, true);
    expect(top.frames.visible.value).toBeNull();
    expect(top.frames.mayReportMissing()).toBe(false);
  });

  test('looks for the control again once no frame shows it, and may then report it missing', async () => {
    const top = startScript({ isSubframe: false });
    await Promise.resolve();
    top.receive(11, true);
    const before = top.searches();
    top.receive(22, false);
    expect(top.searches()).toBe(before);
    top.receive(11, false);
    expect(top.searches()).toBe(before + 1);
    expect(top.frames.mayReportMissing()).toBe(true);
    top.player.send({ is: 'gave-up' });
    expect(top.frames.visible.value?.phase).toBe('missing');
  });

  test('follows a frame to the next step and does not look for the step before', async () => {
    const top = startScript({ isSubframe: false });
    await Promise.resolve();
    top.receive(11, true);
    const before = top.searches();
    top.receive(11, false, { progress: { ...save, step: 'next', trail: ['save'] }, move: 1 });
    expect(top.player.activeWalk()?.step.id).toBe('next');
    expect(top.searches()).toBe(before + 1);
  });

  test('tells the others when it moves, and not when it follows', async () => {
    const top = startScript({ isSubframe: false });
    await Promise.resolve();
    top.receive(11, false, { progress: { ...save, step: 'next' }, move: 1 });
    expect(top.sent).toEqual([{ frameId: 0, progress: save, presenting: false, move: 1 }]);
  });

  test('ends a walkthrough that ended in a frame, and does not send that on', async () => {
    const top = startScript({ isSubframe: false });
    await Promise.resolve();
    top.receive(11, false, { progress: null, move: 1 });
    expect(top.player.activeWalk()).toBeNull();
    expect(top.sent).toHaveLength(1);
  });
});

test('a frame neither looks again nor reports a control missing, whoever stops showing it', async () => {
  const frame = startScript({ isSubframe: true });
  await Promise.resolve();
  const before = frame.searches();
  frame.receive(0, true);
  frame.receive(0, false);
  expect(frame.searches()).toBe(before);
  expect(frame.frames.mayReportMissing()).toBe(false);
});

test('a page that is left has no walkthrough when the browser shows it again, and tells its frames only that it shows it no longer', async () => {
  const top = startScript({ isSubframe: false });
  top.player.send({ is: 'found' });
  window.dispatchEvent(new Event('pagehide'));
  expect(top.player.activeWalk()).toBeNull();
  expect(top.frames.visible.value).toBeNull();
  expect(top.sent).toMatchObject([
    { progress: { step: 'save' }, presenting: false, move: 1 },
    { progress: { step: 'save' }, presenting: true },
    { progress: { step: 'save' }, presenting: false },
  ]);
  expect(top.sent.slice(1).every(({ move }) => move === undefined)).toBe(true);
});
