import type { TipSummary, WalkthroughSummary } from '../../model/pack/guide-summary.ts';
import type { OverlayState } from '../../overlay/overlay-state.ts';
import type { Player } from '../../player/create-player.ts';
import { childLifetime } from '../../runtime/lifetime.ts';
import { createEligibleGuides } from '../guides/eligible-guides.ts';
import type { GuideBodies } from '../guides/guide-bodies.ts';
import { locateTips } from '../guides/tip-locator.ts';
import type { PageContext, PageHandle } from '../page-handle.ts';
import { locateStep } from '../walkthrough/locate-step.ts';

interface GuideLocatorDeps extends Pick<PageHandle, 'load'> {
  state: OverlayState;
  context: () => PageContext;
  bodies: GuideBodies;
  lifetime: AbortSignal;
  player: Player;
  /** May this script say that a step's control is not here? */
  mayReportMissing: () => boolean;
}

/** Finds the controls of the guides on this page, and tells overlay and player where they are. */
export function createGuideLocator({ state, context, bodies, lifetime, player, load, mayReportMissing }: GuideLocatorDeps) {
  let round = new AbortController();
  let located = '';
  const eligibleGuides = createEligibleGuides({ context, lifetime, onChange: () => renew() });

  /** @param restart the player has come to a step, or what was found before counts no more */
  function renew(restart = false): void {
    if (lifetime.aborted) return;
    const eligible = eligibleGuides();
    state.content.applicableGuides.value = eligible;
    state.guides.value = eligible.filter((guide): guide is WalkthroughSummary => guide.kind === 'walkthrough');
    const walk = player.activeWalk();
    const tips = walk === null ? eligible.filter((guide): guide is TipSummary => guide.kind === 'tip') : [];
    const wanted = walk ? 'a step' : JSON.stringify(tips.map((tip) => [tip.pack, tip.id]));
    if (wanted === located && !restart) return;
    located = wanted;
    round.abort();
    round = childLifetime(lifetime);
    state.tips.value = [];
    if (walk && restart) locateStep(walk, { player, load, onFound: setTarget, mayReportMissing, lifetime: round.signal });
    else if (tips.length > 0) locateTips(tips, { state, bodies, lifetime: round.signal });
  }

  function setTarget(element: Element): void {
    if (state.walk.value) state.walk.value = { ...state.walk.value, target: element };
  }

  return { renew };
}
