import { composedAncestors } from '../../dom/composed-tree.ts';
import { isElement, rootOf } from '../../dom/node-getters.ts';
import { shadowRootOf } from '../../dom/shadow-root-of.ts';

/** The elements that an event is about, inside out, in closed shadow roots too: there, the one at its point or the focused one. */
export function eventPath(event: Event): Element[] {
  let target = event.composedPath().find((one): one is Element => isElement(one as Node));
  if (!target) return [];
  for (let root = shadowRootOf(target); root; root = shadowRootOf(target)) {
    const { clientX, clientY } = event as MouseEvent;
    const inner: Element | null = 'clientX' in event ? root.elementFromPoint(clientX, clientY) : root.activeElement;
    if (!inner || inner === target || rootOf(inner) !== root) break;
    target = inner;
  }
  return composedAncestors(target, { acrossFrames: false, closedSlots: true });
}
