import { watch } from '../../src/locator/watch.ts';
import type { ShownTip, ShownWalkthrough } from '../../src/model/shown.ts';
import type { OverlayState, PlacedTip } from '../../src/overlay/overlay-state.ts';
import type { Player } from '../../src/player/play.ts';
import { childOf } from '../../src/runtime/lifetime.ts';
import type { Here } from '../page/handle.ts';
import { createFitting } from './fitting.ts';
import { seekStep } from './seek-step.ts';

interface Wiring {
  state: OverlayState;
  here: () => Here;
  lifetime: AbortSignal;
  player: Player;
  /** May this script say that a step's control is not here? */
  mayMiss: () => boolean;
}

/** Watches the controls that guides here stand beside, and tells overlay and player where they are. */
export function createSeeking({ state, here, lifetime, player, mayMiss }: Wiring) {
  const round = { life: new AbortController(), sought: '' };
  const fittingNow = createFitting({ here, lifetime, changed: () => renew() });

  /** `anew` if the player has come to a step, or waits to hear of its control though it did before. */
  function renew(anew = false): void {
    if (lifetime.aborted) return;
    const fitting = fittingNow();
    state.content.fitting.value = fitting;
    state.guides.value = fitting.filter((guide): guide is ShownWalkthrough => guide.kind === 'walkthrough');
    const walk = player.running();
    const tips = walk === null ? fitting.filter((guide): guide is ShownTip => guide.kind === 'tip') : [];
    const sought = walk ? 'a step' : JSON.stringify(tips.map((tip) => [tip.pack, tip.id]));
    if (sought === round.sought && !anew) return;
    round.sought = sought;
    round.life.abort();
    round.life = childOf(lifetime);
    state.tips.value = [];
    if (walk && anew) seekStep(walk, { player, found: setBeside, mayMiss, lifetime: round.life.signal });
    else if (tips.length > 0) seekTips(tips, round.life.signal);
  }

  function seekTips(tips: ShownTip[], signal: AbortSignal): void {
    watch({
      anchors: tips.map((tip) => tip.anchor),
      page: document,
      lifetime: signal,
      onChange: (watched) => {
        state.tips.value = tips.flatMap((tip, at): PlacedTip[] => {
          const one = watched[at];
          return one?.found ? [{ tip, beside: one.element }] : [];
        });
      },
    });
  }

  function setBeside(element: Element): void {
    if (state.walk.value) state.walk.value = { ...state.walk.value, beside: element };
  }

  return { renew };
}
