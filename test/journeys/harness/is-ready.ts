/**
 * Does a press on this element count, or is it still too new or covered? Cairn marks the parts in which presses count. It runs in the
 * page, so it uses nothing of this module.
 */
export function isReady(element: Element): boolean {
  const { defaultView } = element.ownerDocument;
  const judged = '.card,.panel,.undo,.launcher,.pill,.beacon,.underline';
  const part = element.closest(defaultView === defaultView?.parent ? judged : `${judged},main.frame`);
  return !element.parentElement || !part || part.hasAttribute('data-ready');
}

/** The same, as the source of a function that is called on the element or with it. */
export const IS_READY = `function (element = this) { return (${isReady})(element); }`;
