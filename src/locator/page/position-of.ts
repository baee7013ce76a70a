import { composedAncestors } from '../../dom/composed-tree.ts';
import { childNodesOf, isElement } from '../../dom/node-getters.ts';
import { shadowRootOf } from '../../dom/shadow-root-of.ts';
import { isRendered } from '../../dom/visibility.ts';
import type { ObservedControl } from '../../model/entry/control.ts';
import { SKIPPED_TAGS } from './name.ts';
import { type EntryMemory, nameControl } from './name-control.ts';
import { isLandmark, roleOf } from './role.ts';

/** Parts of a page that people speak of: "the third button of the form". */
const isContainer = (element: Element): boolean => isLandmark(roleOf(element)) || /group$/.test(roleOf(element));
const HEADINGS = 'h1,h2,h3,h4,h5,h6,[role=heading]';
/** Elements of a container that are looked through; in a larger one the number would cost too much and say too little. */
const MAX_ELEMENTS = 3000;

type ObservedPosition = NonNullable<ObservedControl['position']>;

/** Where a control stands among those of its role in the nearest form, dialog or other part of the page; undefined where that has no end. */
export function positionOf(element: Element, memory: EntryMemory): ObservedPosition | undefined {
  const role = roleOf(element);
  const container = composedAncestors(element, { acrossFrames: false }).slice(1).find(isContainer);
  const peers = peersIn(container ?? element.ownerDocument.documentElement, role);
  const index = peers?.indexOf(element) ?? -1;
  if (!peers || index < 0) return undefined;
  return { nth: index + 1, of: peers.length, ...(container && { within: describeContainer(container, memory) }) };
}

/** A form is seldom named for those who cannot see it; its heading names it for everyone. */
function describeContainer(container: Element, memory: EntryMemory): NonNullable<ObservedPosition['within']> {
  const own = nameControl(container, memory);
  const heading = own.name || own.masked ? null : container.querySelector(HEADINGS);
  return heading ? { ...nameControl(heading, memory), role: own.role } : own;
}

/** The elements of a role in a part of the page, in its order; undefined if the part is too large. */
function peersIn(container: Element, role: string): Element[] | undefined {
  const peers: Element[] = [];
  let count = 0;
  const waiting: Node[] = [container];
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    if (!isElement(node) || SKIPPED_TAGS.has(node.localName)) continue;
    count += 1;
    if (count > MAX_ELEMENTS) return undefined;
    if (node !== container && roleOf(node) === role && isRendered(node)) peers.push(node);
    waiting.push(...[...childNodesOf(shadowRootOf(node) ?? node)].reverse());
  }
  return peers;
}
