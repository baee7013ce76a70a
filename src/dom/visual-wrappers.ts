import { viewportRect } from './geometry.ts';
import { parentElementOf } from './node-getters.ts';

/** Ready-made controls draw over the element that has the role, in a wrapper one or two levels up that is hardly bigger. */
export function visualWrappersOf(element: Element): Element[] {
  const { width, height } = viewportRect(element);
  const parent = parentElementOf(element);
  return [parent, parent && parentElementOf(parent)].filter((one): one is Element => {
    const box = one && viewportRect(one);
    return box !== null && box.width <= width + 200 && box.height <= height + 60;
  });
}
