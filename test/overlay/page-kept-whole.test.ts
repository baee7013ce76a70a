import { signal } from '@preact/signals';
import { afterEach, expect, test, vi } from 'vitest';
import { createAbreast } from '../../entrypoints/overlay/abreast.ts';
import type { Ask } from '../../src/messaging/ask.ts';
import type { OverlayState, WalkOnScreen } from '../../src/overlay/overlay-state.ts';
import type { Player, Running } from '../../src/player/play.ts';

afterEach(() => vi.unstubAllGlobals());

/** A page with a walkthrough at its first step, beside its control. */
function page() {
  const window = new EventTarget();
  vi.stubGlobal('window', window);
  const life = new AbortController();
  const asked: unknown[] = [];
  const guide = { id: 'order', pack: { id: 'shop' }, steps: [{ id: 'cart' }] };
  const now: { running: Running | null } = {
    running: { guide, step: guide.steps[0], state: { phase: 'showing', step: 0, trail: [], way: 'guide' } } as unknown as Running,
  };
  const walk = signal({ phase: 'showing', beside: {} } as WalkOnScreen | null);
  const ask = (async (_: string, body: unknown) => void asked.push(body)) as unknown as Ask;
  const abreast = createAbreast({ state: { walk } as OverlayState, ask, inner: false, lifetime: life.signal });
  const player = {
    running: () => now.running,
    drop: () => {
      now.running = null;
      walk.value = null;
      abreast.tell(player);
    },
  } as Player;
  abreast.leaveWith(player);
  abreast.tell(player);
  return { window, abreast, player, now, asked, life };
}

test('a page that goes has no walkthrough when the browser shows it again, and its frames are not told that it is over', () => {
  const { window, abreast, now, asked } = page();
  window.dispatchEvent(new Event('pagehide'));
  expect(now.running).toBeNull();
  expect(abreast.visible.value).toBeNull();
  expect(asked).toMatchObject([
    { running: { step: 'cart' }, shown: true },
    { running: { step: 'cart' }, shown: false },
  ]);
});

test('a walkthrough that another frame has ended ends here, and is not told once more', () => {
  const { abreast, player, now, asked } = page();
  abreast.follow(player, { by: 'frame 1', running: null, shown: false }, () => {});
  expect(now.running).toBeNull();
  expect(asked).toHaveLength(1);
});
