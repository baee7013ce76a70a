import { composedAncestors } from '../../../dom/composed-tree.ts';

/** The elements that an event on this one would pass within its own document, inside out. */
export const eventPathOf = (element: Element | null): Element[] =>
  element ? composedAncestors(element, { acrossFrames: false }) : [];
