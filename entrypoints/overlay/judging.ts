import { findPart, isPart, rootsOf } from '../../src/locator/find-part.ts';
import { locateAll } from '../../src/locator/locate-all.ts';
import type { Anchor } from '../../src/model/anchor.ts';
import type { OverlayState } from '../../src/overlay/overlay-state.ts';
import { judgeValue } from '../../src/player/judge-value.ts';
import type { Page } from '../../src/player/played.ts';
import { readValue } from '../../src/player/read-value.ts';

const find = (anchor: Anchor | undefined): Element | undefined => {
  if (anchor && isPart(anchor)) return findPart(anchor, rootsOf(document));
  const [located] = anchor ? locateAll([anchor], document) : [];
  return located?.found ? located.element : undefined;
};

/** The page as the player may ask about it. Values are judged where they stand; what comes of it is yes or no. */
export function judgePage({ walk }: Pick<OverlayState, 'walk'>): Page {
  const own = () => (walk.value?.beside?.isConnected ? walk.value.beside : undefined);
  return {
    url: location.href,
    holds(condition, step) {
      if (condition.is === 'there') return find(condition.anchor) !== undefined;
      if (condition.is === 'gone') return find(condition.anchor) === undefined;
      const control = condition.anchor ? find(condition.anchor) : (own() ?? find(step.anchor));
      return control !== undefined && judgeValue(condition.value, readValue(control));
    },
  };
}
