import { shadowRootOf } from '../../dom/shadow-root-of.ts';
import type { Anchor } from '../../model/pack/anchor.ts';
import { contentOf, isRendered, nameOf } from './name.ts';

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

/** Is it a dialog, a message or the like? These come and go, and are known by role and name alone. */
export const isPart = ({ role, traits }: Anchor): boolean => traits === undefined && Object.hasOwn(PART_SELECTORS, role);

/** The first part of that role and name that is drawn; the name may also be its heading, or stand in what it says. */
export function findPart(anchor: Anchor, roots: readonly TreeRoot[]): Element | undefined {
  const { role, name } = anchor;
  const names = name === undefined ? [] : typeof name === 'string' ? [name] : Object.values(name);
  const selector = [`[role~="${CSS.escape(role)}"]`, PART_SELECTORS[role]].filter(Boolean).join();
  for (const root of roots)
    for (const one of root.querySelectorAll(selector)) if (isRendered(one) && hasName(one, role, names)) return one;
  return undefined;
}

const MESSAGE_ROLES = /^(alert|alertdialog|status|log|tooltip)$/;

function hasName(element: Element, role: string, names: readonly string[]): boolean {
  if (names.length === 0) return true;
  const heading = element.querySelector('h1,h2,h3,h4,[role=heading]');
  const ownNames = [nameOf(element, role), heading ? contentOf(heading) : ''].map(normalise);
  const messageText = MESSAGE_ROLES.test(role) ? normalise(contentOf(element)) : '';
  return names.map(normalise).some((name) => ownNames.includes(name) || messageText.includes(name));
}

const normalise = (text: string): string => text.trim().toLowerCase();

type TreeRoot = Document | ShadowRoot;

/** A page's own tree, and those in its shadow roots and in its frames of the same origin. */
export function treeRootsIn(root: TreeRoot): TreeRoot[] {
  const within = [...root.querySelectorAll('*')].flatMap((element) => innerRootOf(element) ?? []);
  return [root, ...within.flatMap(treeRootsIn)];
}

function innerRootOf(element: Element): TreeRoot | null {
  if (element.localName !== 'iframe') return shadowRootOf(element);
  try {
    return (element as HTMLIFrameElement).contentDocument;
  } catch {
    return null;
  }
}
