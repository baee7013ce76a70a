/** The hosts from which the page keeps the top of the top layer. */
export const coveredHosts = new WeakSet<Element>();

/** Does something of the page's lie above the host that presses may pass through? No point in the page tells of that. */
export const isCovered = (host: Element): boolean =>
  coveredHosts.has(host) &&
  [...host.ownerDocument.querySelectorAll(':popover-open, dialog:modal')].some((one) => !one.contains(host));
