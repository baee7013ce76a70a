import { shadowOf } from '../runtime/shadow-of.ts';

/**
 * Where our host has to stand: in the topmost modal dialog, since everything outside of that is inert, the top layer included; in the
 * popover that opened last, since a press outside of that closes it; else on the document's element. Dialogs are looked for through shadow roots only where one holds the focus: a modal that opens takes it.
 */
export function groundOf(document: Document): Element {
  const modal = topmostModal(document);
  return innermostPopover(modal ?? document) ?? modal ?? document.documentElement;
}

/** Of the kinds that a press elsewhere closes; a later one lies inside the earlier, or behind it in the document. */
const innermostPopover = (within: ParentNode): Element | undefined =>
  [...within.querySelectorAll('[popover]:not([popover=manual]):popover-open')].at(-1);

function topmostModal(document: Document): Element | undefined {
  const focused = modalAround(deepFocus(document));
  if (focused) return focused;
  const modals = [...document.querySelectorAll('dialog:modal')];
  return modals.find((modal) => !modals.some((other) => other !== modal && modal.contains(other))) && lastOpened(modals);
}

/** Nothing tells in which order they were opened; one that lies inside another was opened later, else the later in the document wins. */
const lastOpened = (modals: Element[]): Element | undefined => modals.at(-1);

function deepFocus(root: Document | ShadowRoot): Element | null {
  const active = root.activeElement;
  const within = active && shadowOf(active);
  return within?.activeElement ? deepFocus(within) : active;
}

function modalAround(element: Element | null): Element | undefined {
  for (let at: Element | null = element; at; at = at.parentElement ?? hostOf(at)) if (at.matches('dialog:modal')) return at;
  return undefined;
}

function hostOf(element: Element): Element | null {
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? root.host : null;
}
