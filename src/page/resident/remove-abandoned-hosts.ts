/**
 * Removes what an earlier version has left on the page. Firefox ends the scripts of an extension that is updated or disabled without a last
 * word to them, and what they have drawn stays. In Chromium they live on and remove it themselves.
 */
export function removeAbandonedHosts(page: Document): void {
  if (!('openOrClosedShadowRoot' in Element.prototype)) return;
  for (const element of page.querySelectorAll<HTMLElement>('div[popover=manual][style]:empty'))
    if (isHost(element)) element.remove();
}

/** An element without size that lies over everything and lets presses through: as src/overlay/host/place-host.ts makes it. */
function isHost({ style, shadowRoot, attributes }: HTMLElement): boolean {
  const { position, width, height, zIndex, pointerEvents } = style;
  const shape = [position, width, height, zIndex, pointerEvents].join();
  return attributes.length === 2 && !shadowRoot && /^fixed,0(px)?,0(px)?,2147483647,none$/.test(shape);
}
