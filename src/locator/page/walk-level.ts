import { nextSiblingOf, parentNodeOf } from '../../dom/node-getters.ts';

export interface VisitedElement {
  readonly element: Element;
  /** The last heading and the landmark before it, and how many nodes there were. */
  readonly heading: Element | undefined;
  readonly landmark: string;
  readonly size: number;
  /** Are headings in it its own? */
  readonly isApart: boolean;
}

/** The children of a node that are still to be walked. */
export interface Level {
  readonly parent: Node;
  next: Node | null;
  /** After a pause, last first: they may have been moved meanwhile, so the next is not asked of the one before. */
  rest?: Node[];
  /** The element whose children they are, with what is noted when they are done; none for the children of a root. */
  readonly visited?: VisitedElement;
}

/** The next child to walk; null when there is none left. */
export function takeNext(level: Level): Node | null {
  if (level.rest) {
    // What was moved away meanwhile is walked where it is now, if it is still in the page.
    for (let node = level.rest.pop(); node; node = level.rest.pop()) if (parentNodeOf(node) === level.parent) return node;
    return null;
  }
  const node = level.next;
  if (node) level.next = nextSiblingOf(node);
  return node;
}

/** Keeps what is left of each level, with the last node of the innermost, which was not walked, for after a pause. */
export function pauseLevels(levels: readonly Level[], last: Node): void {
  for (const one of levels) one.rest ??= siblingsFrom(one.next);
  levels.at(-1)!.rest!.push(last);
}

/** A node and its later siblings, last first. */
function siblingsFrom(first: Node | null): Node[] {
  const nodes: Node[] = [];
  for (let node = first; node; node = nextSiblingOf(node)) nodes.push(node);
  return nodes.reverse();
}
