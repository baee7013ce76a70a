import type { Anchor } from '../model/anchor.ts';
import { shadowOf } from '../runtime/shadow-of.ts';
import { contentOf, isRendered, nameOf } from './name.ts';

/** Parts of a page that are no controls, and the elements that have such a role by themselves. */
const parts: Record<string, string> = {
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
export const isPart = ({ role, traits }: Anchor): boolean => traits === undefined && Object.hasOwn(parts, role);

/** The first part of that role and name that is drawn; the name may also be its heading, or stand in what it says. */
export function findPart(anchor: Anchor, roots: readonly Root[]): Element | undefined {
  const { role, name } = anchor;
  const names = name === undefined ? [] : typeof name === 'string' ? [name] : Object.values(name);
  const selector = [`[role~="${CSS.escape(role)}"]`, parts[role]].filter(Boolean).join();
  for (const root of roots)
    for (const one of root.querySelectorAll(selector)) if (isRendered(one) && isCalled(one, role, names)) return one;
  return undefined;
}

const isMessage = /^(alert|alertdialog|status|log|tooltip)$/;

function isCalled(element: Element, role: string, names: readonly string[]): boolean {
  if (names.length === 0) return true;
  const heading = element.querySelector('h1,h2,h3,h4,[role=heading]');
  const said = [nameOf(element, role), heading ? contentOf(heading) : ''].map(plain);
  const words = isMessage.test(role) ? plain(contentOf(element)) : '';
  return names.map(plain).some((name) => said.includes(name) || words.includes(name));
}

const plain = (words: string): string => words.trim().toLowerCase();

type Root = Document | ShadowRoot;

/** A page's own tree, and those in its shadow roots and in its frames of the same origin. */
export function rootsOf(root: Root): Root[] {
  const within = [...root.querySelectorAll('*')].flatMap((element) => treeIn(element) ?? []);
  return [root, ...within.flatMap(rootsOf)];
}

function treeIn(element: Element): Root | null {
  if (element.localName !== 'iframe') return shadowOf(element);
  try {
    return (element as HTMLIFrameElement).contentDocument;
  } catch {
    return null;
  }
}
