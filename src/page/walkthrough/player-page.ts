import type { Anchor } from '../../model/pack/anchor.ts';
import type { OverlayState } from '../../overlay/overlay-state.ts';
import { judgeValue } from '../../player/judge-value.ts';
import { readValue } from '../../player/read-value.ts';
import type { PlayerPage } from '../../player/transition.ts';
import { findAnchor } from './find-anchor.ts';

/** The page as the player queries it. Values of controls are judged here and go no further; the answer is yes or no. */
export function createPlayerPage({ walk }: Pick<OverlayState, 'walk'>): PlayerPage {
  const target = () => walk.value?.target ?? undefined;
  /** One that has gone because of what the person entered in it still holds that. */
  const stepControl = (anchor: Anchor | undefined) =>
    target()?.isConnected ? target() : ((anchor && findAnchor(anchor)) ?? target());
  return {
    url: location.href,
    holds(condition, step) {
      if (condition.is === 'appears') return findAnchor(condition.anchor) !== undefined;
      if (condition.is === 'disappears') return findAnchor(condition.anchor) === undefined;
      const control = condition.anchor ? findAnchor(condition.anchor) : stepControl(step.anchor);
      return control !== undefined && judgeValue(condition.value, readValue(control));
    },
  };
}
