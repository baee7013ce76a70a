import { composedAncestors } from '../../dom/composed-tree.ts';
import { fieldOf } from '../../dom/field-of.ts';
import { matchesSelector, queryElements, rootOf } from '../../dom/node-getters.ts';
import { contentOf } from '../../locator/page/name.ts';
import { after } from '../../runtime/lifetime.ts';
import type { ActLog } from './act-log.ts';
import { type DrawnControls, isDrawnNow } from './drawn-controls.ts';
import { fieldValue, optionText } from './field-recorder.ts';
import type { ActPress, RecorderContext } from './recorder-context.ts';
import type { Subject } from './subject.ts';
import type { ChangeWatcher } from './watch-changes.ts';

/** The control that was pressed last outside of any popup; a popup that came up since is its own. */
interface Opener extends ActPress {
  drawn: DrawnControls;
  /** Acts that were reported of presses in its popup. */
  inner: string[];
  /** What it showed, with the fields beside it, when its popup was pressed last. */
  shown: Shown[];
}

interface Shown {
  element: Element;
  text: string;
}

/** A page has so long to put into the opener what was pressed in its popup. */
const SETTLE_MS = [0, 100, 400];
const FIELDS = 'input:not([type=hidden],[type=password]),select,textarea';
/** Around a button that opens a calendar, the field that it fills is this near. */
const MAX_LEVELS = 3;
const MAX_FIELDS = 3;
const MODAL = ':modal,[aria-modal=true]';
const LIST = '[role=listbox],[role=grid],[role=tree]';

interface PopupChoicesDeps extends RecorderContext {
  /** The act that was reported of a field, if any. */
  actIn(field: Element): string | undefined;
}

/** Tells choices from a popup, which are one act on what opened it, from presses in menus and dialogs, which are acts of their own. */
export function createPopupChoices({ log, changes, lifetime, describe, actIn }: PopupChoicesDeps) {
  let opener: Opener | undefined;

  const isInPopup = (element: Element): boolean => opener !== undefined && isInPopupOf(opener, element, changes);

  /** It was a choice: whatever was reported of the presses is one act on the opener. */
  function choose({ subject, description, at, id, inner }: Opener, option: string | undefined): void {
    for (const one of inner.splice(0)) log.remove(one);
    if (!description) {
      log.missed('not-drawn', at, 'combobox');
      return;
    }
    const own = opener?.id ?? id ?? actIn(subject.element);
    if (own) log.update(own, { kind: 'choose', option });
    else opener!.id = log.begin('choose', subject.element, description, at, { ...(option && { option }) });
  }

  /** Looks whether the opener, or the field beside it, shows something else than before. */
  function watchOpener(current: Opener, option: string | undefined): void {
    const { shown } = current;
    let isDone = false;
    const look = () => {
      if (isDone || !current.subject.element.isConnected || hasInputSince(current, log)) return;
      const changed = changedSince(shown, current.subject.element);
      if (!changed) return;
      isDone = true;
      if (changed !== current.subject.element) describeAs(changed, current, { log, describe });
      choose(current, option);
    };
    for (const wait of SETTLE_MS) after(wait, look, lifetime);
  }

  return {
    /** The press lies in the popup of the opener. */
    isInPopup,
    /** It lies in a dialog that a plain button opened: a list there stands by itself, and is not the button's. */
    isInDialog: (element: Element): boolean => opener !== undefined && isInDialogOf(opener.subject, element),
    /** A press outside of any popup: what comes up now is its own. */
    setOpener(press: ActPress, drawn: DrawnControls): void {
      opener = { ...press, drawn, inner: [], shown: [] };
    },
    /** The opener had no act, and something in its popup was pressed that is no choice. */
    ensureOpenerAct(): string | undefined {
      if (opener && !opener.id && opener.description && opener.subject.kind === 'press')
        opener.id = log.begin('click', opener.subject.element, opener.description, opener.at);
      return opener?.id;
    },
    /** A press in the popup. An entry of a list is a choice whatever comes of it. */
    pressed(press: ActPress): void {
      if (!opener) return;
      const isOption = press.subject.kind === 'option';
      if (isOption) takeField(opener, { log, describe });
      opener.shown = shownBy(opener.subject.element);
      if (press.id) opener.inner.push(press.id);
      if (isOption) choose(opener, optionText(opener.subject.element, contentOf(press.subject.element)));
    },
    /** The press has become a click. */
    clicked({ subject }: ActPress): void {
      if (opener) watchOpener(opener, optionText(opener.subject.element, contentOf(subject.element)));
    },
    /** A key that may choose, while the focus is in the opener or in its popup. */
    keyed(press: ActPress, drawn: DrawnControls): void {
      if (!opener || (press.subject.element !== opener.subject.element && !isInPopup(press.subject.element)))
        opener = { ...press, drawn, inner: [], shown: [] };
      opener.shown = shownBy(opener.subject.element);
      watchOpener(opener, undefined);
    },
  };
}

/** Is an element in what the opener names as its popup, or in what came up since it was pressed? */
function isInPopupOf({ subject, drawn, at }: Opener, element: Element, changes: ChangeWatcher): boolean {
  if (element === subject.element) return false;
  const around = composedAncestors(element, { acrossFrames: false });
  if (controlledBy(subject.element).some((popup) => around.includes(popup))) return true;
  if (!drawn.has(element)) return true;
  const ofOpener = composedAncestors(subject.element);
  const own = around.filter((one) => !ofOpener.includes(one) && !/^(html|body)$/.test(one.localName));
  return own.some((one) => changes.alteredAt(one) >= at);
}

/** The act is about that field rather than about what was pressed beside it. */
function describeAs(field: Element, opener: Opener, { log, describe }: Pick<RecorderContext, 'log' | 'describe'>): void {
  opener.description = describe(field) ?? opener.description;
  if (opener.id && opener.description) log.update(opener.id, { description: opener.description });
}

/** The choice is the field's where only its arrow was pressed. */
function takeField(opener: Opener, deps: Pick<RecorderContext, 'log' | 'describe'>): void {
  const field = comboboxBeside(opener.subject.element);
  if (!field) return;
  describeAs(field, opener, deps);
  opener.subject = { ...opener.subject, element: field };
}

/** What shows something else than before. A field that is empty now was cleared, as a search is, and shows no choice. */
const changedSince = (shown: readonly Shown[], opener: Element): Element | undefined =>
  shownBy(opener).find(
    ({ element, text }) =>
      (element as HTMLInputElement).value !== '' && shown.some((before) => before.element === element && before.text !== text),
  )?.element;

/** Is an element in a dialog with buttons of its own that a plain button opened, and that button outside of it? */
function isInDialogOf({ element: opener, kind, opensPopup }: Subject, element: Element): boolean {
  if (kind !== 'press' || opensPopup || opener.querySelector('[role=combobox]') || comboboxBeside(opener)) return false;
  const around = composedAncestors(element, { acrossFrames: false });
  const dialog = around.find((one) => matchesSelector(one, MODAL));
  if (!dialog || composedAncestors(opener).includes(dialog)) return false;
  const list = around.find((one) => matchesSelector(one, LIST));
  return queryElements(dialog, 'button,[role=button]').some((one) => !list?.contains(one) && isDrawnNow(one));
}

/** Something was filled in meanwhile: the popup is a form. */
const hasInputSince = ({ at, subject }: Opener, log: ActLog): boolean =>
  log.acts().some((act) => act.kind === 'input' && act.at > at && act.element !== subject.element);

/** What an element names as its popup. */
function controlledBy(element: Element): Element[] {
  const named = [element, fieldOf(element)].flatMap((one) =>
    ['aria-controls', 'aria-owns', 'popovertarget', 'list'].map((attribute) => one.getAttribute(attribute) ?? ''),
  );
  const ids = named.join(' ').match(/\S+/g) ?? [];
  return ids.flatMap((id) => rootOf(element).getElementById(id) ?? []);
}

/** What an opener shows, and what the few fields beside it show. */
function shownBy(opener: Element): Shown[] {
  const own = { element: opener, text: `${fieldValue(opener)} ${opener.getAttribute('aria-label') ?? ''}` };
  for (const around of composedAncestors(opener, { acrossFrames: false, limit: MAX_LEVELS + 1 }).slice(1)) {
    const fields = queryElements(around, FIELDS).filter((one) => one !== opener);
    if (fields.length > MAX_FIELDS || matchesSelector(around, 'form,body,main')) break;
    if (fields.length) return [own, ...fields.map((element) => ({ element, text: fieldValue(element) }))];
  }
  return [own];
}

/** The field that shows what is chosen, where only the arrow in it or beside it was pressed: that has no text, or touches the field. */
function comboboxBeside(opener: Element): Element | undefined {
  if (opener.matches('[role=combobox],input')) return undefined;
  for (const around of composedAncestors(opener, { acrossFrames: false, limit: MAX_LEVELS }).slice(1)) {
    const [field, ...more] = queryElements(around, '[role=combobox]');
    if (field) return !more.length && (!opener.textContent?.trim() || touch(opener, field)) ? field : undefined;
  }
  return undefined;
}

const TOUCHING_PX = 2;

function touch(one: Element, other: Element): boolean {
  const [a, b] = [one.getBoundingClientRect(), other.getBoundingClientRect()];
  const gap = Math.max(a.left - b.right, b.left - a.right, a.top - b.bottom, b.top - a.bottom);
  return gap <= TOUCHING_PX;
}

/** The list that an option without an opener belongs to. */
export const listOf = (option: Element): Element | undefined =>
  composedAncestors(option, { acrossFrames: false }).find((one) => matchesSelector(one, LIST));
