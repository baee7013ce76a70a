import { composedAncestors } from '../../dom/composed-tree.ts';
import { fieldOf } from '../../dom/field-of.ts';
import { rootOf } from '../../dom/node-getters.ts';
import { contentOf } from '../../locator/page/name.ts';
import { after } from '../../runtime/lifetime.ts';
import type { ActLog } from './act-log.ts';
import type { DrawnControls } from './drawn-controls.ts';
import { fieldValue, optionText } from './field-recorder.ts';
import type { ActPress, RecorderContext } from './recorder-context.ts';
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
      const changed = shownBy(current.subject.element).find(({ element, text }) =>
        shown.some((before) => before.element === element && before.text !== text),
      );
      if (!changed) return;
      isDone = true;
      if (changed.element !== current.subject.element) {
        current.description = describe(changed.element) ?? current.description;
        if (current.id && current.description) log.update(current.id, { description: current.description });
      }
      choose(current, option);
    };
    for (const wait of SETTLE_MS) after(wait, look, lifetime);
  }

  return {
    /** The press lies in the popup of the opener. */
    isInPopup,
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
      opener.shown = shownBy(opener.subject.element);
      if (press.id) opener.inner.push(press.id);
      if (press.subject.kind === 'option') choose(opener, optionText(opener.subject.element, contentOf(press.subject.element)));
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
    const fields = [...around.querySelectorAll(FIELDS)].filter((one) => one !== opener);
    if (fields.length > MAX_FIELDS || around.matches('form,body,main')) break;
    if (fields.length) return [own, ...fields.map((element) => ({ element, text: fieldValue(element) }))];
  }
  return [own];
}

/** The list that an option without an opener belongs to. */
export const listOf = (option: Element): Element | undefined =>
  composedAncestors(option, { acrossFrames: false }).find((one) => one.matches(LIST));
