/** For the page: does a press on this element count, or is it still too new or covered? Cairn marks the parts in which presses count. */
export const IS_READY = `function (element = this) {
  const part = element.parentElement && element.closest('.card,.panel,.launcher,.pill,.beacon,.underline');
  return !part || part.hasAttribute('data-ready');
}`;
