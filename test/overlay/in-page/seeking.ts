import { createPlaying } from '../../../entrypoints/overlay/playing.ts';
import { createSeeking } from '../../../entrypoints/overlay/seeking.ts';
import type { Here } from '../../../entrypoints/page/handle.ts';
import type { ShownWalkthrough } from '../../../src/model/shown.ts';
import { createOverlayState } from '../../../src/overlay/overlay-state.ts';
import { watchAddress } from '../../../src/runtime/watch-address.ts';

/** Player and locator on this page, wired as the overlay wires them, with nobody to keep or draw. Gives the phases it came through. */
export function walk(guide: ShownWalkthrough): { phases: string[]; step(): string | undefined } {
  const state = createOverlayState();
  const { signal: lifetime } = new AbortController();
  const here = () => ({ guides: [guide], fitting: [], places: [], app: { id: 'orders', name: 'Orders' } }) as unknown as Here;
  const playing = createPlaying({
    ...{ state, here, lifetime, inner: false },
    ask: (async () => ({ unanswered: 'Nobody is there.' })) as never,
    say: (key) => key,
    seek: (anew) => seeking.renew(anew),
    tell: () => undefined,
  });
  const { player } = playing;
  const seeking = createSeeking({ state, here, lifetime, player, mayMiss: () => true });
  const phases: string[] = [];
  state.walk.subscribe((now) => {
    const phase = now && `${now.step.id} ${now.phase}`;
    if (phase && phases.at(-1) !== phase) phases.push(phase);
  });
  watchAddress(window, lifetime, () => {
    player.hear({ is: 'arrived' });
    seeking.renew();
  });
  player.open(guide);
  return { phases, step: () => player.running()?.step.id };
}
