import { PARTS } from '../../../src/overlay/host/guard-overlay-presses.ts';

/** The parts in which Cairn judges presses: in the page, and in a frame of its own. */
export const JUDGED_PARTS = { inPage: PARTS, inFrame: `${PARTS},main.frame` };

/**
 * Does a press on this element count, or is it still too new or covered? Cairn marks the parts in which presses count. It runs in the
 * page, so it uses nothing of this module.
 */
export function isReady(element: Element, { inPage, inFrame }: typeof JUDGED_PARTS): boolean {
  const { defaultView } = element.ownerDocument;
  const part = element.closest(defaultView === defaultView?.parent ? inPage : inFrame);
  return !element.parentElement || !part || part.hasAttribute('data-ready');
}

/** The same, as the source of a function that is called on the element or with it. */
export const IS_READY = `function (element = this) { return (${isReady})(element, ${JSON.stringify(JUDGED_PARTS)}); }`;
