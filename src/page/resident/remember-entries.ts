import { composedAncestors } from '../../dom/composed-tree.ts';
import { forEachWindow } from '../../dom/frames.ts';
import { closestElement, documentOf, matchesSelector, textContentOf } from '../../dom/node-getters.ts';
import { shadowRootOf } from '../../dom/shadow-root-of.ts';
import { TEXT_ENTRIES } from '../../locator/page/holds-value.ts';
import type { EntryMemory } from '../../locator/page/name-control.ts';
import { textsOfField } from '../../locator/page/standing-entries.ts';
import { onTrusted } from '../../runtime/on-trusted.ts';

/** Texts of each kind that are remembered; the oldest are forgotten first. */
const MAX_TYPED = 200;
const MAX_CHOSEN = 100;
const MAX_PRESSED = 20;
const MAX_LETTERS = 200;
/** What a person picks one of: an option, an item, a cell. */
const CHOICES =
  'option,li,td,dd,[role=option],[role=treeitem],[role=gridcell],[role=cell],[role=listitem],[role=menuitemradio],[role=menuitemcheckbox]';
const CONTROLS = 'button,a,summary,li,option,td,[role],[tabindex]';
/** Whoever presses these has not chosen yet. */
const POPUP_OPENERS = '[aria-haspopup]:not([aria-haspopup=false]),[aria-expanded],summary';
/** Lists of the app's own: who presses there goes somewhere and chooses nothing. */
const APP_LISTS = 'nav,[role=navigation],[role=menubar],[role=tablist],[role=toolbar]';
/** Fields that are short enough to be read at each letter; an editor is read when the person is done with a part of it. */
const LINES = 'input,textarea,select';
const SECRET = '[type=password],[type=hidden]';

/**
 * Remembers what a person types, chooses and presses in a page and its frames of the same origin, so that the page's showing it again can
 * be told from its own words. It stays in the memory of the page, is bounded, and is compared with names only.
 */
export function rememberEntries(top: Window & typeof globalThis, lifetime: AbortSignal): EntryMemory {
  const typed = createTypedTexts();
  const chosen = new Set<string>();
  const pressed = new Set<string>();

  function choose(path: readonly Element[]): void {
    const control = path.find((element) => matchesSelector(element, CONTROLS)) ?? path[0]!;
    if (!control.matches(POPUP_OPENERS)) addBounded(pressed, textOf(control), MAX_PRESSED);
    const choice = path.find((element) => matchesSelector(element, CHOICES));
    if (choice && !path.some((element) => matchesSelector(element, APP_LISTS))) addBounded(chosen, textOf(choice), MAX_CHOSEN);
  }
  function note(event: Event): void {
    const target = innermostTarget(event);
    if (!target) return;
    const { key } = event as KeyboardEvent;
    const isTyping = event.type === 'input' || (event.type === 'keydown' && key !== 'Enter' && key !== 'Tab');
    const field = closestElement(target, TEXT_ENTRIES);
    if (field && (!isTyping || field.matches(LINES))) typed.note(field);
    if (event.type === 'click' || (event.type === 'keydown' && !isTyping)) choose(pathTo(target));
  }

  forEachWindow(top, lifetime, (view, viewLifetime) => {
    for (const type of ['input', 'change', 'focusout', 'keydown', 'click'] as const)
      onTrusted(view, type, note, viewLifetime, { capture: true, passive: true });
  });
  return { typed: typed.texts, chosen, pressed };
}

/** The texts of fields, each as long as it has been: letters added to a text replace it, another text comes beside it. */
function createTypedTexts() {
  const texts = new Set<string>();
  const latest = new WeakMap<Element, string>();
  return {
    texts,
    note(field: Element): void {
      if (field.matches(SECRET)) return;
      for (const whole of textsOfField(field)) {
        const text = whole.trim().slice(0, MAX_LETTERS);
        const before = latest.get(field);
        if (before !== undefined && text !== '' && before.startsWith(text)) continue;
        if (before !== undefined && text.startsWith(before)) texts.delete(before);
        latest.set(field, text);
        addBounded(texts, text, MAX_TYPED);
      }
    },
  };
}

function addBounded(texts: Set<string>, text: string, max: number): void {
  if (!text) return;
  texts.delete(text);
  texts.add(text);
  if (texts.size > max) texts.delete(texts.values().next().value!);
}

/** The element that an event is about, in closed shadow roots too: there it is the focused one, or the one at the point of a click. */
function innermostTarget(event: Event): Element | undefined {
  let target = event.composedPath().find((one): one is Element => (one as Node).nodeType === 1);
  for (let root = target && shadowRootOf(target); root; root = target && shadowRootOf(target)) {
    const { clientX, clientY } = event as MouseEvent;
    const inner = event.type === 'click' ? root.elementFromPoint(clientX, clientY) : root.activeElement;
    if (!inner || inner === target) break;
    target = inner;
  }
  return target;
}

/** What was pressed and what is around it, inside out; of a list that has the focus, first its active item. */
function pathTo(target: Element): Element[] {
  const active = target.getAttribute('aria-activedescendant');
  const item = active && documentOf(target).getElementById(active);
  return item ? [item, ...composedAncestors(item)] : composedAncestors(target, { closedSlots: true });
}

/** A longer text is that of a part of the page. */
const textOf = (element: Element): string => {
  const text = (textContentOf(element) ?? '').trim();
  return text.length > MAX_LETTERS ? '' : text;
};
