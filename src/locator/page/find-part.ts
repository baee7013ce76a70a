import { documentOfFrame } from '../../dom/frames.ts';
import { shadowRootOf } from '../../dom/shadow-root-of.ts';
import { isRendered } from '../../dom/visibility.ts';
import type { Anchor } from '../../model/pack/anchor.ts';
import { contentOf, nameOf } from './name.ts';

/** Parts of a page that are no controls, and the elements that have such a role by themselves. */
const PART_SELECTORS: Record<string, string> = {
  dialog: 'dialog',
  alertdialog: '',
  alert: '',
  status: 'output',
  log: '',
  progressbar: 'progress',
  region: 'section',
  tabpanel: '',
  tooltip: '',
  table: 'table',
  form: 'form',
};
/** Parts that may also be called by what they say. */
const MESSAGE_ROLES = /^(alert|alertdialog|status|log|tooltip)$/;
const HEADINGS = 'h1,h2,h3,h4,[role=heading]';
const FRAME_TAG = /^i?frame$/;

/** So many elements are asked for inner trees between two pauses: a small part of a millisecond. */
export const ELEMENTS_PER_STEP = 200;

type TreeRoot = Document | ShadowRoot;

/** Does an anchor mean a dialog, a message or the like? These come and go, and are known by role and name alone. */
export const isPart = ({ role, traits }: Anchor): boolean => traits === undefined && Object.hasOwn(PART_SELECTORS, role);

/** The first part of that role and name that is drawn; the name may also be its heading, or stand in what a message says. */
export const findPart = (anchor: Anchor, roots: readonly TreeRoot[]): Element | undefined =>
  runToEnd(findPartInSteps(anchor, roots));

/** A page's own tree, and those in its shadow roots and in its frames of the same origin. */
export const treeRootsIn = (root: TreeRoot): TreeRoot[] => runToEnd(treeRootsInSteps(root));

/** As `findPart`, in steps: it pauses after each element of the role. */
export function* findPartInSteps(anchor: Anchor, roots: readonly TreeRoot[]): Generator<void, Element | undefined> {
  const { role, name } = anchor;
  const names = name === undefined ? [] : typeof name === 'string' ? [name] : Object.values(name);
  const selector = [`[role~="${CSS.escape(role)}"]`, PART_SELECTORS[role]].filter(Boolean).join();
  for (const root of roots)
    for (const element of root.querySelectorAll(selector)) {
      if (isRendered(element) && hasName(element, role, names.map(normalise))) return element;
      yield;
    }
  return undefined;
}

/**
 * As `treeRootsIn`, in steps: it pauses after every `ELEMENTS_PER_STEP` elements, and between trees. `onTree` is called with each tree before
 * its elements are asked.
 */
export function* treeRootsInSteps(root: TreeRoot, onTree: (tree: TreeRoot) => void = () => {}): Generator<void, TreeRoot[]> {
  onTree(root);
  const innerRoots: TreeRoot[] = [];
  let asked = 0;
  for (const element of root.querySelectorAll('*')) {
    const innerRoot = innerRootOf(element);
    if (innerRoot) innerRoots.push(innerRoot);
    if (++asked % ELEMENTS_PER_STEP === 0) yield;
  }
  const roots = [root];
  for (const innerRoot of innerRoots) {
    yield;
    for (const tree of yield* treeRootsInSteps(innerRoot, onTree)) roots.push(tree);
  }
  return roots;
}

function runToEnd<T>(steps: Generator<void, T>): T {
  let step = steps.next();
  while (!step.done) step = steps.next();
  return step.value;
}

const innerRootOf = (element: Element): TreeRoot | null =>
  FRAME_TAG.test(element.localName) ? documentOfFrame(element) : shadowRootOf(element);

function hasName(element: Element, role: string, names: readonly string[]): boolean {
  if (names.length === 0) return true;
  const heading = element.querySelector(HEADINGS);
  const ownNames = [nameOf(element, role), heading ? contentOf(heading) : ''].map(normalise);
  const messageText = MESSAGE_ROLES.test(role) ? normalise(contentOf(element)) : '';
  return names.some((name) => ownNames.includes(name) || messageText.includes(name));
}

const normalise = (text: string): string => text.trim().toLowerCase();
