import { describe } from '../../src/locator/anchor/describe.ts';
import { locateAll } from '../../src/locator/locate-all.ts';
import { NOTHING_ENTERED, nameControl as nameWithMemory } from '../../src/locator/page/name-control.ts';
import type { Anchor } from '../../src/model/pack/anchor.ts';

export { describe, locateAll };

export const nameControl = (element: Element) => nameWithMemory(element, NOTHING_ENTERED);

const controls =
  'a[href], button, input:not([type=hidden]), select, textarea, [role=button], [role=tab], [role=searchbox], th, [role=columnheader], [role=switch], [role=listitem], [role=radio], [role=checkbox]';

/** Every control that is drawn, in this document and the frames of its origin. */
export function* drawn(document: Document): Generator<Element> {
  for (const element of document.querySelectorAll(controls)) {
    const isShown = element.checkVisibility({ visibilityProperty: true, opacityProperty: true });
    if (isShown && isLarge(element.getBoundingClientRect()) && !isCutOff(element)) yield element;
  }
  for (const frame of document.querySelectorAll('iframe')) if (frame.contentDocument) yield* drawn(frame.contentDocument);
}

const isLarge = ({ width, height }: { width: number; height: number }): boolean => width > 3 && height > 3;

/** Is it before the beginning of the page, where nothing can be scrolled to, or outside of a box that cuts it off? */
function isCutOff(element: Element): boolean {
  let { left, top, right, bottom } = element.getBoundingClientRect();
  if (right <= 0 || bottom + window.scrollY <= 0) return true;
  for (let box = element.parentElement; box; box = box.parentElement) {
    const { overflowX, overflowY } = getComputedStyle(box);
    const around = box.getBoundingClientRect();
    if (/hidden|clip/.test(overflowX)) [left, right] = [Math.max(left, around.left), Math.min(right, around.right)];
    if (/hidden|clip/.test(overflowY)) [top, bottom] = [Math.max(top, around.top), Math.min(bottom, around.bottom)];
  }
  return !isLarge({ width: right - left, height: bottom - top });
}

/**
 * What the app itself calls a control: the id, name or address it gave, if no other has it and it is not made anew at each load; else
 * where it stands in the app's own tree. Nothing of it is what our locator goes by when it is in doubt.
 */
export function keyOf(element: Element, passing: RegExp): string {
  const { ownerDocument } = element;
  const frame = ownerDocument.defaultView?.frameElement;
  const within = frame ? `${frame.getAttribute('name') ?? 'frame'} >>> ` : '';
  for (const name of ['id', 'name', 'href', 'formcontrolname']) {
    const value = element.getAttribute(name);
    if (!value || passing.test(value)) continue;
    const selector = `${element.localName}[${name}="${CSS.escape(value)}"]`;
    if (ownerDocument.querySelectorAll(selector).length === 1) return within + selector;
  }
  return within + pathOf(element);
}

function pathOf(element: Element): string {
  const parts: string[] = [];
  for (let at: Element | null = element; at && at !== at.ownerDocument.documentElement; at = at.parentElement) {
    const like = [...(at.parentElement?.children ?? [])].filter(({ localName }) => localName === at!.localName);
    parts.unshift(`${at.localName}:${like.indexOf(at) + 1}`);
  }
  return parts.join('>');
}

/** As many controls as wanted, spread over what the picker would take on the page, each with what the app calls it. */
export function recordSome(wanted: number, passing: string): { key: string; anchor: Anchor }[] {
  const all = [...drawn(document)].flatMap((element) => {
    try {
      return { key: keyOf(element, new RegExp(passing)), anchor: describe(element) };
    } catch {
      return []; // what the picker would refuse, as a text that is drawn for screen readers alone
    }
  });
  const step = Math.max(1, all.length / wanted);
  return Array.from({ length: Math.min(wanted, all.length) }, (_, at) => all[Math.floor(at * step)]!);
}

export type Judged = 'found' | 'not found' | 'gone' | 'wrong';

/** Each looked for with its anchor alone, and judged by what the app calls the controls that are drawn now. */
export function judgeAll(
  recorded: readonly { key: string; anchor: Anchor }[],
  passing: string,
): { judged: Judged; why: string }[] {
  const there = new Set([...drawn(document)].map((element) => keyOf(element, new RegExp(passing))));
  const located = locateAll(
    recorded.map(({ anchor }) => anchor),
    document,
  );
  return located.map((one, at) => {
    const { key } = recorded[at]!;
    if (!one.found) return { judged: there.has(key) ? 'not found' : 'gone', why: `${key}: ${one.why}` };
    const given = keyOf(one.element, new RegExp(passing));
    return given === key || samePlace(one.element, key, passing) || isTwin(one.element, key)
      ? { judged: 'found', why: '' }
      : {
          judged: 'wrong',
          why: `${key}: ${given} was given, ${JSON.stringify(nameControl(one.element))} with ${one.confidence.toFixed(3)}. ${one.why}`,
        };
  });
}

/** A narrow window may show another control in its place, of which a press does the very same: to the person it is that one. */
function isTwin(given: Element, key: string): boolean {
  const meant = /\[|>>>/.test(key) ? null : at(key);
  if (!meant || meant.checkVisibility()) return false;
  return isSameLink(meant, given) || isSameSend(meant, given);
}

const isSameLink = (meant: Element, given: Element): boolean =>
  meant instanceof HTMLAnchorElement &&
  given instanceof HTMLAnchorElement &&
  meant.href === given.href &&
  meant.textContent?.trim() === given.textContent?.trim();

/** Both send the same form, neither adds a word of its own to what is sent: one says “Create new ticket”, the other “+”. */
const isSameSend = (meant: Element, given: Element): boolean =>
  meant instanceof HTMLInputElement &&
  given instanceof HTMLInputElement &&
  meant.form !== null &&
  meant.form === given.form &&
  [meant, given].every((one) => one.type === 'submit' && !one.name && !one.hasAttribute('formaction'));

/** The element at a path of `pathOf`, drawn or not. */
const at = (path: string): Element | null =>
  document.querySelector(path.replaceAll(/:(\d+)/g, ':nth-of-type($1)').replaceAll('>', ' > '));

/** A control and what wraps it or fills it are one to the person: `div[role=button]` around its own `a`. */
function samePlace(given: Element, key: string, passing: string): boolean {
  const box = given.getBoundingClientRect();
  for (const other of drawn(given.ownerDocument)) {
    if (keyOf(other, new RegExp(passing)) !== key) continue;
    const its = other.getBoundingClientRect();
    return (
      (given.contains(other) || other.contains(given)) &&
      Math.hypot(box.x - its.x, box.y - its.y, box.width - its.width, box.height - its.height) < 12
    );
  }
  return false;
}
