import { composedAncestors } from '../../dom/composed-tree.ts';
import { childNodesOf, isElement } from '../../dom/node-getters.ts';
import { shadowRootOf } from '../../dom/shadow-root-of.ts';
import type { ObservedControl } from '../../model/entry/control.ts';
import { isRendered, SKIPPED_TAGS } from './name.ts';
import { type EntryMemory, nameControl } from './name-control.ts';
import { roleOf } from './role.ts';

/** Parts of a page that people speak of: "the third button of the form". */
const CONTAINER_ROLE =
  /^(form|dialog|alertdialog|search|navigation|banner|contentinfo|complementary|main|region|toolbar|tablist|tabpanel|menu|menubar|group|radiogroup|table|grid|treegrid|tree)$/;
const HEADINGS = 'legend,caption,h1,h2,h3,h4,h5,h6,[role=heading]';
/** Elements of a container that are looked through; in a larger one the number would cost too much and say too little. */
const MAX_ELEMENTS = 3000;

type ObservedPosition = NonNullable<ObservedControl['position']>;

/** Where a control stands among those of its role in the nearest form, dialog or other part of the page; undefined where that has no end. */
export function positionOf(element: Element, memory: EntryMemory): ObservedPosition | undefined {
  const role = roleOf(element);
  const container = composedAncestors(element, { acrossFrames: false })
    .slice(1)
    .find((ancestor) => CONTAINER_ROLE.test(containerRole(ancestor)));
  const peers = peersIn(container ?? element.ownerDocument.documentElement, role);
  const index = peers?.indexOf(element) ?? -1;
  if (!peers || index < 0) return undefined;
  return { nth: index + 1, of: peers.length, ...(container && { within: describeContainer(container, memory) }) };
}

const containerRole = (element: Element): string => (element.localName === 'fieldset' ? 'group' : roleOf(element));

/** A form is seldom named for those who cannot see it; its heading names it for everyone. */
function describeContainer(container: Element, memory: EntryMemory): NonNullable<ObservedPosition['within']> {
  // A fieldset has no role of its own here and would be named by all that is in it.
  const { name, masked } = container.localName === 'fieldset' ? {} : nameControl(container, memory);
  const heading = name || masked ? undefined : container.querySelector(HEADINGS);
  const named = heading ? nameControl(heading, memory) : { name, masked };
  return {
    role: containerRole(container),
    ...(named.name && { name: named.name }),
    ...(named.masked && { masked: true }),
  };
}

/** The elements of a role in a part of the page, in its order; undefined if the part is too large. */
function peersIn(container: Element, role: string): Element[] | undefined {
  const peers: Element[] = [];
  let count = 0;
  const waiting: Node[] = [container];
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    if (isElement(node)) {
      count += 1;
      if (count > MAX_ELEMENTS) return undefined;
      if (SKIPPED_TAGS.has(node.localName)) continue;
      if (node !== container && roleOf(node) === role && isRendered(node)) peers.push(node);
    }
    const children = isElement(node) ? (shadowRootOf(node) ?? node) : node;
    waiting.push(...[...childNodesOf(children)].reverse());
  }
  return peers;
}
