import { watch } from '../../locator/watch.ts';
import type { LocalizedTip, LocalizedWalkthrough } from '../../model/pack/localized-guide.ts';
import type { OverlayState, PlacedTip } from '../../overlay/overlay-state.ts';
import type { Player } from '../../player/create-player.ts';
import { childLifetime } from '../../runtime/lifetime.ts';
import type { PageContext } from '../page-handle.ts';
import { locateStep } from '../walkthrough/locate-step.ts';
import { createEligibleGuides } from './eligible-guides.ts';

interface GuideLocatorDeps {
  state: OverlayState;
  context: () => PageContext;
  lifetime: AbortSignal;
  player: Player;
  /** May this script say that a step's control is not here? */
  mayReportMissing: () => boolean;
}

/** Watches the controls that guides here stand beside, and tells overlay and player where they are. */
export function createGuideLocator({ state, context, lifetime, player, mayReportMissing }: GuideLocatorDeps) {
  const round = { life: new AbortController(), sought: '' };
  const eligibleGuides = createEligibleGuides({ context, lifetime, onChange: () => renew() });

  /** `anew` if the player has come to a step, or waits to hear of its control though it did before. */
  function renew(restart = false): void {
    if (lifetime.aborted) return;
    const eligible = eligibleGuides();
    state.content.applicableGuides.value = eligible;
    state.guides.value = eligible.filter((guide): guide is LocalizedWalkthrough => guide.kind === 'walkthrough');
    const walk = player.activeWalk();
    const tips = walk === null ? eligible.filter((guide): guide is LocalizedTip => guide.kind === 'tip') : [];
    const target = walk ? 'a step' : JSON.stringify(tips.map((tip) => [tip.pack, tip.id]));
    if (target === round.sought && !restart) return;
    round.sought = target;
    round.life.abort();
    round.life = childLifetime(lifetime);
    state.tips.value = [];
    if (walk && restart) locateStep(walk, { player, onFound: setTarget, mayReportMissing, lifetime: round.life.signal });
    else if (tips.length > 0) locateTips(tips, round.life.signal);
  }

  function locateTips(tips: LocalizedTip[], signal: AbortSignal): void {
    watch({
      anchors: tips.map((tip) => tip.anchor),
      page: document,
      lifetime: signal,
      onChange: (watched) => {
        state.tips.value = tips.flatMap((tip, at): PlacedTip[] => {
          const one = watched[at];
          return one?.found ? [{ tip, target: one.element }] : [];
        });
      },
    });
  }

  function setTarget(element: Element): void {
    if (state.walk.value) state.walk.value = { ...state.walk.value, target: element };
  }

  return { renew };
}
