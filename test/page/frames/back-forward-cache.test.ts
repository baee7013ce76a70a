import { signal } from '@preact/signals';
import { afterEach, expect, test, vi } from 'vitest';
import type { Ask } from '../../../src/messaging/ask.ts';
import type { OverlayState, WalkOnScreen } from '../../../src/overlay/overlay-state.ts';
import { createFrameSync } from '../../../src/page/frames/frame-sync.ts';
import type { ActiveWalk, Player } from '../../../src/player/create-player.ts';

afterEach(() => vi.unstubAllGlobals());

/** A page with a walkthrough at its first step, beside its control. */
function page() {
  const window = new EventTarget();
  vi.stubGlobal('window', window);
  const life = new AbortController();
  const asked: unknown[] = [];
  const guide = { id: 'order', pack: { id: 'shop' }, steps: [{ id: 'cart' }] };
  const now: { running: ActiveWalk | null } = {
    running: {
      guide,
      step: guide.steps[0],
      state: { phase: 'showing', step: 0, trail: [], mode: 'guide' },
    } as unknown as ActiveWalk,
  };
  const walk = signal({ phase: 'showing', target: {} } as WalkOnScreen | null);
  const ask = (async (_: string, body: unknown) => void asked.push(body)) as unknown as Ask;
  const frameSync = createFrameSync({ state: { walk } as OverlayState, ask, isSubframe: false, lifetime: life.signal });
  const player = {
    activeWalk: () => now.running,
    discard: () => {
      now.running = null;
      walk.value = null;
      frameSync.announce(player);
    },
  } as Player;
  frameSync.leaveOnPageHide(player);
  frameSync.announce(player);
  return { window, abreast: frameSync, player, now, asked, life };
}

test('a page that goes has no walkthrough when the browser shows it again, and its frames are not told that it is over', () => {
  const { window, abreast, now, asked } = page();
  window.dispatchEvent(new Event('pagehide'));
  expect(now.running).toBeNull();
  expect(abreast.visible.value).toBeNull();
  expect(asked).toMatchObject([
    { progress: { step: 'cart' }, presenting: true },
    { progress: { step: 'cart' }, presenting: false },
  ]);
});

test('a walkthrough that another frame has ended ends here, and is not told once more', () => {
  const { abreast, player, now, asked } = page();
  abreast.receive(player, { frameId: 'frame 1', progress: null, presenting: false }, () => {});
  expect(now.running).toBeNull();
  expect(asked).toHaveLength(1);
});
