import { composedAncestors } from '../../dom/composed-tree.ts';
import { fieldOf } from '../../dom/field-of.ts';
import { isOwnHost } from '../../dom/shadow-root-of.ts';
import { after, createTimer, on } from '../../runtime/lifetime.ts';
import type { ControlListener, ListeningPlace } from '../walkthrough/control-listener.ts';
import { advanceChoice, type ChoiceEvent, type ChoiceState, initialChoice } from './choice-machine.ts';
import { controlEvents, hasFocus, isInside, shadowRootsIn } from './control-events.ts';
import { entryKindOf } from './entry-kind.ts';
import { CHOSEN, isOpen, isTransparent, shownChoice, showsOptions } from './shown-choice.ts';

/** Milliseconds after an act at which the control is looked at: pages show a choice at once, or when their server has answered. */
const LOOKS_MS = [0, 120, 400, 1000, 2500];

/** Milliseconds after which a control that the person has left is no longer the one that changes by what they do. */
const DISENGAGED_MS = 10_000;

const OPTION =
  '[role=option],[role^=menuitem],[role=treeitem],[role=gridcell],[role=row],[role=radio],[role=tab],[role=cell],option,li,td,[data-value]';
const POPUP = '[role=listbox],[role=menu],[role=tree],[role=grid],[role=dialog],dialog,[popover]';

/**
 * Hears when the person has chosen something in a control, however it lets them choose: in a list, a menu or a calendar of its own, or in
 * one of the browser's.
 */
export function listenForChoice(report: () => void, stepLifetime: AbortSignal): ControlListener {
  let choice: ChoiceState | undefined;
  /** The person was in the control or in what it opened last. */
  let isEngaged = false;
  let option: Element | undefined;
  const disengaging = createTimer(stepLifetime);
  const disengage = () => {
    isEngaged = false;
  };

  function send(event: ChoiceEvent): void {
    const { state, isChosen } = advanceChoice(choice ?? initialChoice(''), event);
    choice = state;
    if (event.is === 'key') option = undefined;
    if (event.is === 'left' || (event.is === 'pressed' && event.on === 'elsewhere')) disengaging.start(DISENGAGED_MS, disengage);
    if (isChosen) report();
  }

  function look(control: Element | undefined): void {
    if (!control?.isConnected || !isEngaged) return;
    const reading = { shown: shownChoice(control), isOpen: isOpen(control) === true };
    send({ is: 'looked', reading, isOptionGone: isTakenFrom(option, control), isTransparent: isTransparent(control) });
  }

  /** The person has turned to something else, or chooses in what the control has opened. */
  function pressOutside(path: readonly Element[], control: Element): void {
    const isInPopup = isOpen(control) ?? path.some((one) => one.matches(POPUP));
    option = isInPopup ? optionOn(path, control) : undefined;
    if (isInPopup) disengaging.cancel();
    const isElsewhere = !isInPopup || !path.some((one) => one.matches(POPUP));
    send({ is: 'pressed', on: option ? 'option' : isElsewhere ? 'elsewhere' : 'popup' });
  }

  return {
    attach(place) {
      const { targets, element, controlOf, lifetime } = place;
      choice ??= initialChoice(shownChoice(element));
      isEngaged ||= hasFocus(element) || isOpen(element) === true;
      const lookSoon = () => {
        for (const ms of LOOKS_MS) after(ms, () => look(controlOf()), stepLifetime);
      };
      const enter = (control: Element) => {
        if (!isEngaged && !isOpen(control)) send({ is: 'entered', shown: shownChoice(control) });
        isEngaged = true;
        disengaging.cancel();
      };
      const pressInside = (path: readonly Element[], control: Element) => {
        enter(control);
        option = optionOn(path, control);
        send({ is: 'pressed', on: option ? 'option' : 'control' });
      };
      listenInside(place, { enter, pressInside, send, lookSoon });
      const anywhere = <E extends Event>(type: string, act: (event: E, path: Element[], control: Element) => void) =>
        on(
          targets[0]!,
          type,
          (event) => {
            const control = event.isTrusted && isEngaged && !isOwnHost(event.target as Node) ? controlOf() : undefined;
            if (control) act(event as E, elementsOn(event), control);
          },
          lifetime,
          { capture: true },
        );
      anywhere('pointerdown', (_, path, control) => {
        if (!path.includes(control)) pressOutside(path, control);
      });
      anywhere<KeyboardEvent>('keydown', ({ key }, path, control) => {
        if (path.includes(control)) return;
        // The focus may be in what the control has opened.
        send({ is: 'key', key, isOpen: isOpen(control) ?? path.some((one) => one.matches(POPUP)), isTyped: false });
      });
      for (const type of ['click', 'keyup']) anywhere(type, lookSoon);
    },
  };
}

interface InsideDeps {
  enter: (control: Element) => void;
  pressInside: (path: readonly Element[], control: Element) => void;
  send: (event: ChoiceEvent) => void;
  lookSoon: () => void;
}

/** What happens in the control itself. */
function listenInside(place: ListeningPlace, { enter, pressInside, send, lookSoon }: InsideDeps): void {
  const { targets, element, controlOf, lifetime } = place;
  const listen = controlEvents(targets, controlOf, lifetime);
  const changed = (_: Event, control: Element) => {
    enter(control);
    send({ is: 'changed', isNativeList: fieldOf(control).localName === 'select' });
    lookSoon();
  };
  for (const root of shadowRootsIn(element)) listen('change', changed, [root]);
  listen('change', changed);
  listen('focusin', (_, control) => enter(control));
  listen('pointerdown', (event, control) => pressInside(elementsOn(event), control));
  listen<KeyboardEvent>('keydown', ({ key, isComposing }, control) => {
    enter(control);
    if (!isComposing) send({ is: 'key', key, isOpen: isOpen(control) === true, isTyped: isTypedIn(control) });
  });
  listen<FocusEvent>('focusout', ({ relatedTarget }, control) => {
    // The focus goes into what was opened, or the window itself has lost it: the person comes back.
    if (isInside(control, relatedTarget) || isOpen(control) || !control.ownerDocument.hasFocus()) return;
    send({ is: 'left' });
    lookSoon();
  });
}

const elementsOn = (event: Event): Element[] =>
  event.composedPath().filter((one): one is Element => (one as Node).nodeType === Node.ELEMENT_NODE);

function isTypedIn(control: Element): boolean {
  const field = fieldOf(control) as HTMLInputElement;
  return hasFocus(control) && (entryKindOf(control) !== 'choice' || field.isContentEditable) && !field.readOnly;
}

/** The option that was pressed: in the control, or beside it in what it has opened. */
function optionOn(path: readonly Element[], control: Element): Element | undefined {
  const around = composedAncestors(control, { acrossFrames: false });
  const end = path.findIndex((one) => around.includes(one));
  return path.slice(0, end < 0 ? undefined : end).find((one) => one.matches(OPTION));
}

/** Whether an option was taken: it has closed with its list, or is marked in a control that shows all of them. */
function isTakenFrom(option: Element | undefined, control: Element): boolean {
  if (!option?.isConnected || !option.checkVisibility({ visibilityProperty: true, opacityProperty: true })) return true;
  return showsOptions(control) && isInside(control, option) && option.matches(CHOSEN);
}
