/** What had the focus is gone, and the focus with it: by keyboard it goes on at this button; by mouse it stays with the page. */
export function takeLostFocus(button: HTMLElement, returnFocus: () => void): void {
  const { activeElement, body } = button.ownerDocument;
  if (activeElement && activeElement !== body && activeElement !== (button.getRootNode() as ShadowRoot).host) return;
  button.focus({ preventScroll: true });
  if (!button.matches(':focus-visible')) returnFocus();
}
