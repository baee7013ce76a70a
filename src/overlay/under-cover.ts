const lost = new WeakSet<Element>();

/** The page keeps the top of the top layer from this host, or no longer. */
export function setLost(host: Element, is: boolean): void {
  if (is) lost.add(host);
  else lost.delete(host);
}

/** Does something of the page's lie above the host that presses may pass through? No point in the page tells of that. */
export const isUnderCover = (host: Element): boolean =>
  lost.has(host) && [...host.ownerDocument.querySelectorAll(':popover-open, dialog:modal')].some((one) => !one.contains(host));
