import { documentOf, frameElementOf } from './node-getters.ts';

/**
 * Whether an element is shown in another window than this one, frames of the same origin included: an app may move a part of its page to
 * a window that it has opened, or to a picture-in-picture window.
 */
export function isInOtherWindow(element: Element): boolean {
  let outermost = documentOf(element);
  for (let frame = frameElementOf(outermost); frame && outermost !== document; frame = frameElementOf(outermost))
    outermost = documentOf(frame);
  return outermost !== document;
}
