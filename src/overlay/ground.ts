import { shadowOf } from '../runtime/shadow-of.ts';
import { hostOf, isOneOf } from '../runtime/tree.ts';
import { drawnAround } from './flat-tree.ts';
import { pageAt } from './page-at.ts';

/**
 * Where our host has to stand: in the topmost modal dialog, since everything outside of that is inert, the top layer included, and so it
 * is outside of what fills the screen; in what opened last of what a press outside closes; else on the document's element. What opens
 * in a shadow root is found by what it is around: a point in the window, the focus, or the elements that something of ours stands beside.
 */
export function groundOf(document: Document, own: Element, beside: Iterable<Element>): Element | ShadowRoot {
  const around = [...beside];
  const modal = topmostModal(document, own, around) ?? fullscreenIn(document) ?? document.documentElement;
  // Where we stand already is as good as any, and moving is not: a card may be on its way from step to step.
  const closable = [own, ...document.querySelectorAll(closedByPress), ...around].flatMap(
    (one) => nearest(one, closedByPress) ?? [],
  );
  const ground =
    closable.findLast((one) => isIn(modal, one) && closable.every((other) => other === one || !isIn(one, other))) ?? modal;
  // A host without a slot would not draw us, and one with a slot would take us for its content.
  return shadowOf(ground) ?? ground;
}

/** A hint goes by itself when its control is left; a press may as well close it. */
const closedByPress = '[popover]:not([popover=manual],[popover=hint]):popover-open,dialog[open][closedby=any]';

const isIn = (outer: Element, inner: Element): boolean => drawnAround(inner).includes(outer);

function topmostModal(document: Document, own: Element, beside: readonly Element[]): Element | undefined {
  const shown = [atMiddle(document, own), document.activeElement, ...beside];
  const modal = shown.flatMap((one) => (one && nearest(one, 'dialog:modal')) ?? [])[0];
  // Nothing tells in which order they were opened; one that lies inside another was opened later, else the later in the document wins.
  return modal ?? [...document.querySelectorAll('dialog:modal')].at(-1);
}

/** A modal dialog lies under every point of the window, if only with its backdrop; nothing outside of it is met. */
function atMiddle(root: Document | ShadowRoot, own: Element): Element | undefined {
  const hit = pageAt(root, { x: innerWidth / 2, y: innerHeight / 2 }, own);
  const within = hit && hit !== hostOf(root) ? shadowOf(hit) : null;
  return (within && atMiddle(within, own)) ?? hit;
}

/** Only what can hold us: a film or a frame draws nothing that is put into it. */
function fullscreenIn(document: Document): Element | undefined {
  const full = document.fullscreenElement;
  const one = full && (shadowOf(full)?.fullscreenElement ?? full);
  return one && !one.matches('html,video,iframe') ? one : undefined;
}

/** What is inside a frame is of no use to us, who stand outside. */
const nearest = (element: Element, kind: string): Element | undefined =>
  drawnAround(element).find((one) => isOneOf(one, kind) && one.ownerDocument === document);
