import { isHostTopmost } from '../../dom/page-element-at.ts';
import { isCovered } from './covered-hosts.ts';

/**
 * Only what a person did, and saw themselves do: events that the page makes up (`dispatchEvent`, `element.click()`) are ignored, and so
 * is a press on something that the page has covered or made see-through, so that nobody presses us while aiming at something else.
 */
export function onlyTrusted<E extends Event>(listener: (event: E) => void): (event: E) => void {
  return (event) => {
    if (
      event.isTrusted &&
      (!(event instanceof MouseEvent) || event.type !== 'click' || event.detail === 0 || isUncoveredPress(event))
    )
      listener(event);
  };
}

/** A press by a pointer (`detail` counts them; the keyboard's have 0) where our host is topmost and opaque. */
function isUncoveredPress(event: MouseEvent): boolean {
  const host = ((event.currentTarget as Element).getRootNode() as ShadowRoot).host;
  if (isCovered(host) || !isHostTopmost(host, event)) return false;
  const { opacity, filter, visibility, mixBlendMode } = getComputedStyle(host);
  return opacity === '1' && filter === 'none' && visibility === 'visible' && mixBlendMode === 'normal';
}
