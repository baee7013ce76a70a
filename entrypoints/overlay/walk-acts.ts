import { nameOf } from '../../src/locator/name.ts';
import { roleOf } from '../../src/locator/role.ts';
import { type Ask, isUnanswered } from '../../src/messaging/ask.ts';
import { routeTemplate } from '../../src/model/route-template.ts';
import { aboutGuide, walkthroughOf } from '../../src/model/shown.ts';
import type { OverlayState, WalkActs } from '../../src/overlay/overlay-state.ts';
import { isRisky } from '../../src/player/is-risky.ts';
import type { Player } from '../../src/player/play.ts';
import { pressFacts } from '../../src/player/press-facts.ts';
import type { Say } from '../../src/runtime/say.ts';
import type { Here } from '../page/handle.ts';

interface Wiring {
  state: OverlayState;
  ask: Ask;
  here: () => Here;
  say: Say;
  player: Player;
  /** To an address inside the app. */
  go: (address: string) => void;
}

/** What each press in the card of a step does. */
export function createWalkActs({ state, ask, here, say, player, go }: Wiring): WalkActs {
  /** A control that is not there any more is never pressed; the player hears of that when it tries. */
  function risky(): boolean {
    const { beside, step } = state.walk.value ?? {};
    if (!beside?.isConnected || !step?.do) return false;
    const role = roleOf(beside);
    return isRisky(step.do, pressFacts(beside, role, nameOf(beside, role)));
  }

  async function report(): Promise<void> {
    const walk = state.walk.value;
    if (!walk) return;
    const about = aboutGuide(walk.guide, walk.step.id);
    const kept = await ask('feedback', { choice: 'missing', route: routeTemplate(location.href, here().places), about });
    if (isUnanswered(kept) || !kept.ok) state.said.value = isUnanswered(kept) ? say('formUnanswered') : kept.why;
    else if (state.walk.value?.step === walk.step) {
      state.walk.value = { ...state.walk.value, reported: true };
      state.said.value = say('stepReported');
    }
  }

  return {
    next: () => player.hear({ is: 'next' }),
    skip: () => player.hear({ is: 'skip' }),
    back: () => player.hear({ is: 'back' }),
    leave: () => player.hear({ is: 'leave' }),
    way: (way) => {
      const ended = state.walk.value?.phase === 'finished' ? state.walk.value.guide : undefined;
      if (way === 'show') state.playback.value = { ...state.playback.value, paused: false };
      if (ended) player.open(ended, way);
      else player.hear({ is: 'way', way });
    },
    played: () => player.hear({ is: 'played' }),
    play: (how) => {
      state.playback.value = { ...state.playback.value, ...how };
    },
    agree: () => player.hear({ is: 'agree', risky: risky() }),
    decline: () => player.hear({ is: 'decline' }),
    report: () => void report(),
    comeBack: () => {
      const { where, step } = state.walk.value ?? {};
      // A page that is told by its query was not kept whole; elsewhere the person's own record is better than the author's.
      const address = where && !step?.go?.includes('?') ? where : step?.go;
      if (address) go(address);
    },
    goOnHere: () => {
      const { running, guides } = here();
      const guide = running && walkthroughOf(guides, running.pack, running.guide);
      if (running && guide) player.resume(guide, running, true);
    },
    notHere: () => {
      state.offered.value = null;
      void ask('progress', { progress: null, take: false });
    },
  };
}
