import { composedAncestors } from '../../dom/composed-tree.ts';
import { matchesSelector, shadowHostOf } from '../../dom/node-getters.ts';
import { pageElementAt } from '../../dom/page-element-at.ts';
import { shadowRootOf } from '../../dom/shadow-root-of.ts';

/**
 * Finds what our host has to be in: the topmost modal dialog, since everything outside of it is inert, the top layer included; or the
 * fullscreen element, for the same reason; within these, the last opened of what a press outside closes; else the document's element.
 * What opens in a shadow root is found from what is inside it: the middle of the window, the focus, or the elements that something of
 * ours is anchored to.
 */
export function findHostParent(document: Document, host: Element, anchored: Iterable<Element>): Element | ShadowRoot {
  const anchoredElements = [...anchored];
  const modal = topmostModal(document, host, anchoredElements) ?? fullscreenElementOf(document) ?? document.documentElement;
  // The present parent comes first, since moving is a disturbance: a card may be on its way from step to step.
  const closable = [host, ...document.querySelectorAll(LIGHT_DISMISSIBLE), ...anchoredElements].flatMap(
    (one) => closestComposed(one, LIGHT_DISMISSIBLE) ?? [],
  );
  const parent =
    closable.findLast((one) => isInside(modal, one) && closable.every((other) => other === one || !isInside(one, other))) ??
    modal;
  // A shadow host without a slot would not draw us, and one with a slot would take us for its content.
  return shadowRootOf(parent) ?? parent;
}

/** What a press outside closes. A hint closes by itself when its control is left, so it does not matter. */
const LIGHT_DISMISSIBLE = '[popover]:not([popover=manual],[popover=hint]):popover-open,dialog[open][closedby=any]';

const isInside = (outer: Element, inner: Element): boolean => composedAncestors(inner, { closedSlots: true }).includes(outer);

function topmostModal(document: Document, host: Element, anchored: readonly Element[]): Element | undefined {
  const shown = [elementAtCentre(document, host), document.activeElement, ...anchored];
  const modal = shown.flatMap((one) => (one && closestComposed(one, 'dialog:modal')) ?? [])[0];
  // Nothing tells in which order they were opened. One inside another was opened later; otherwise the later in the document wins.
  return modal ?? [...document.querySelectorAll('dialog:modal')].at(-1);
}

/** A modal dialog lies under every point of the window, if only with its backdrop; nothing outside of it is hit. */
function elementAtCentre(root: Document | ShadowRoot, host: Element): Element | undefined {
  const hit = pageElementAt(root, { x: innerWidth / 2, y: innerHeight / 2 }, host);
  const within = hit && hit !== shadowHostOf(root) ? shadowRootOf(hit) : null;
  return (within && elementAtCentre(within, host)) ?? hit;
}

/** Undefined for a video or a frame, which draw nothing that is put into them. */
function fullscreenElementOf(document: Document): Element | undefined {
  const full = document.fullscreenElement;
  const one = full && (shadowRootOf(full)?.fullscreenElement ?? full);
  return one && !one.matches('html,video,iframe') ? one : undefined;
}

/** In our own document: our host cannot be in a frame of the page. */
const closestComposed = (element: Element, selector: string): Element | undefined =>
  composedAncestors(element, { closedSlots: true }).find(
    (one) => matchesSelector(one, selector) && one.ownerDocument === document,
  );
