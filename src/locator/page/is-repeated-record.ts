import { childNodesOf, localNameOf, nextElementOf, previousElementOf } from '../../dom/node-getters.ts';
import { shadowRootOf } from '../../dom/shadow-root-of.ts';
import { tidy } from './hash-words.ts';
import { labelsFields } from './layout-table.ts';

/** An element with more letters than this is a panel and no record. */
const MAX_RECORD_LETTERS = 400;
/** Of more siblings before and after it than these, the nearest are compared. */
const MAX_BEFORE = 10;
const MAX_AFTER = 19;
/** From so many siblings on, a name that all of them have is the app's: "Edit" in each row. */
const MIN_SIBLINGS_OF_SAME_NAME = 3;
const NEVER_RECORDS = /^(html|body|main|form|fieldset|header|footer|nav|head|option|button|a)$/;

/**
 * Is this element one of several siblings that are built alike and say different things, as the rows of a list are that is made of `div`s?
 * What stands in one of them is about a record, whatever its role is. Lines of a form with their labels are not; neither is a wrapper
 * with nothing in it but the control itself, or a control that every sibling has under the same name.
 */
export function isRepeatedRecord(element: Element, name: string): boolean {
  if (NEVER_RECORDS.test(localNameOf(element) ?? '') || !hasParts(element)) return false;
  const siblings = siblingsAlike(element);
  if (!siblings.length || labelsFields(element)) return false;
  const text = textOf(element);
  if (text.length > MAX_RECORD_LETTERS || text === name || !text) return false;
  const all = [element, ...siblings];
  return all.length < MIN_SIBLINGS_OF_SAME_NAME || !all.every((one) => says(one, name));
}

const hasParts = (element: Element): boolean => element.childElementCount > 0 || shadowRootOf(element) !== null;

function siblingsAlike(element: Element): Element[] {
  const siblings = [
    ...elementsAlong(element, previousElementOf, MAX_BEFORE),
    ...elementsAlong(element, nextElementOf, MAX_AFTER),
  ];
  const shape = siblings.length > 0 ? shapeOf(element) : '';
  return siblings.filter((one) => isAlike(one, element, shape));
}

function elementsAlong(element: Element, neighbourOf: (one: Element) => Element | null, limit: number): Element[] {
  const along: Element[] = [];
  for (let one = neighbourOf(element); one && along.length < limit; one = neighbourOf(one)) along.push(one);
  return along;
}

/** Of the same class, or built of the same parts: one of a list may be marked as the selected one. */
const isAlike = (one: Element, other: Element, shape: string): boolean =>
  one.localName === other.localName &&
  hasParts(one) &&
  ((one.className !== '' && String(one.className) === String(other.className)) || shapeOf(one) === shape);

/** Tags of its parts, two levels deep. */
const shapeOf = ({ children }: Element): string =>
  [...children].map((child) => [child.localName, ...[...child.children].map((inner) => inner.localName)].join('>')).join(' ');

/** Its text, with that of its own shadow root and of fills of its slots. Much of a text is white space, so that more is cut out than is read. */
function textOf(element: Element): string {
  const shadow = shadowRootOf(element);
  const text = [element, ...(shadow ? childNodesOf(shadow) : [])].map((node) => node.textContent).join(' ');
  return tidy(text.slice(0, MAX_RECORD_LETTERS * 9));
}

const says = (element: Element, name: string): boolean =>
  textOf(element).includes(name) ||
  [...element.querySelectorAll('[aria-label],[title]')].some((one) =>
    [one.getAttribute('aria-label'), one.getAttribute('title')].includes(name),
  );
