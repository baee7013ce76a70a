import { shadowRootOf } from '../../dom/shadow-root-of.ts';
import { nameOf } from '../../locator/page/name.ts';
import { roleOf } from '../../locator/page/role.ts';
import { after } from '../../runtime/lifetime.ts';
import { createAreaPresses, EFFECT_MS, reportMissed } from './area-presses.ts';
import type { DrawnControls } from './drawn-controls.ts';
import { type FieldRecorder, optionText } from './field-recorder.ts';
import { isCancelName, undoneByLeaving } from './judge-undo.ts';
import { createPopupChoices, listOf } from './popup-choices.ts';
import type { ActPress, RecorderContext } from './recorder-context.ts';
import type { Reveals } from './reveals.ts';
import type { Subject } from './subject.ts';
import { createToggleRecorder } from './toggle-recorder.ts';
import { watchValue } from './watch-value.ts';

interface PressRecorderDeps extends RecorderContext {
  fields: FieldRecorder;
  reveals: Reveals;
}

/** Elements that draw their content by themselves: what is pressed in them cannot be told. */
const OPAQUE = /^(canvas|embed|object)$/;

/** Makes acts of presses, whether by pointer or by key. */
export function createPressRecorder(deps: PressRecorderDeps) {
  const { log, changes, fields, reveals } = deps;
  const toggles = createToggleRecorder(deps);
  const popups = createPopupChoices({ ...deps, actIn: fields.actIn });
  const areas = createAreaPresses(deps);

  function begin(press: ActPress): void {
    const { subject, at } = press;
    const { element, kind } = subject;
    if (kind === 'root') return;
    const drawn = reveals.look();
    changes.act(at);
    const isInner = popups.isInPopup(element) && !(kind === 'option' && popups.isInDialog(element));
    press.isInPopup = isInner;
    if (kind === 'option') {
      if (isInner) popups.pressed(press);
      else chooseInList(press, deps);
      return;
    }
    if (kind === 'toggle' || kind === 'radio') toggles.press(press);
    else if (kind === 'press' || (kind === 'area' && isOpaque(element)))
      beginClick(press, drawn, isInner ? popups.ensureOpenerAct() : undefined, deps);
    else if (kind !== 'area') fields.enter(subject, press.description);
    if (kind === 'slider') press.settleValue = watchValue(subject, deps);
    if (isInner) popups.pressed(press);
    else popups.setOpener({ ...press, id: press.id ?? fields.actIn(element) }, drawn);
  }

  return {
    popups,
    toggles,
    /** The pointer or a key went down. Reports at once what may unload the page. */
    down(press: ActPress): void {
      areas.decide();
      const before = press.subject.kind === 'root' ? undefined : reveals.revealerOf(press.subject.element, true);
      begin(press);
      if (press.id && before && before !== press.id) log.update(press.id, { revealedBy: before });
      reportCancel(press, before, deps);
      reveals.clearTrail();
    },
    /** It was a click. */
    confirm(press: ActPress): void {
      const { kind } = press.subject;
      if (kind === 'toggle' || kind === 'radio') toggles.settle(press);
      if (kind === 'area' && !press.id && !press.isInPopup) areas.settle(press);
      if (press.isInPopup) popups.clicked(press);
    },
    /** It was none. */
    withdraw(press: ActPress): void {
      const { kind } = press.subject;
      if (kind === 'toggle' || kind === 'radio') toggles.settle(press);
      else if (press.id) {
        log.remove(press.id);
        reveals.forget(press.id);
      }
    },
    /** It ended without a click: menus that act when the pointer goes down have done so by now. */
    settle(press: ActPress): void {
      if (!changes.hasChanged(press.at)) this.withdraw(press);
      else if (press.isInPopup) popups.clicked(press);
    },
    /** Twice on the same: one act. */
    double(first: ActPress, second: ActPress): void {
      areas.forget();
      reportDouble(first, second, deps);
    },
    /** The page is being left before it is known what came of the last press. */
    leave: areas.leave,
  };
}

/** The press is reported at once: it may unload the page. */
function beginClick(press: ActPress, drawn: DrawnControls, revealedBy: string | undefined, deps: PressRecorderDeps): void {
  const { log, reveals } = deps;
  const { subject, description, at } = press;
  if (!description) {
    reportMissed(log, press);
    return;
  }
  const kind = isOpaque(subject.element) ? 'in-words' : 'click';
  press.id = log.begin(kind, subject.element, description, at, { ...(revealedBy && { revealedBy }) });
  reveals.began(press.id, drawn);
}

function reportDouble(first: ActPress, second: ActPress, { log, changes, lifetime }: RecorderContext): void {
  const { subject, description, at } = first;
  if (!/^(press|area)$/.test(subject.kind)) return;
  if (second.id && second.id !== first.id) log.remove(second.id);
  if (first.id) {
    log.update(first.id, { kind: 'double-click' });
    return;
  }
  if (!description) return;
  const id = log.begin('double-click', subject.element, description, at);
  first.id = id;
  const settle = () => {
    if (!changes.hasChanged(at)) log.remove(id);
  };
  after(EFFECT_MS, settle, lifetime);
}

/** Leaving a form or a dialog takes back what was done there. */
function reportCancel(press: ActPress, revealedBy: string | undefined, { log, now }: RecorderContext): void {
  const { element } = press.subject;
  if (!press.id || !(isCancelName(nameOf(element, roleOf(element))) || element.matches('[type=reset]'))) return;
  const earlier = log.acts().filter(({ id }) => id !== press.id);
  for (const act of undoneByLeaving(earlier, now(), revealedBy)) log.report({ is: 'undone', act, by: press.id, at: now() });
}

/** An option of a list that stands by itself is chosen in that list. */
function chooseInList(press: ActPress, { log, describe }: RecorderContext): void {
  const list = listOf(press.subject.element);
  const description = list && describe(list);
  if (!list || !description) {
    reportMissed(log, press);
    return;
  }
  const option = optionText(list, press.subject.element.textContent);
  const last = log.acts().at(-1);
  if (last?.element === list && last.kind === 'choose') log.update(last.id, { option });
  else press.id = log.begin('choose', list, description, press.at, { ...(option && { option }) });
}

export type PressRecorder = ReturnType<typeof createPressRecorder>;

/** A drawing, or a custom element that shows nothing of what is in it. */
function isOpaque(element: Element): boolean {
  if (OPAQUE.test(element.localName)) return true;
  const isCustom = element.localName.includes('-') && roleOf(element) === 'generic';
  return isCustom && element.childElementCount === 0 && !element.textContent?.trim() && shadowRootOf(element) === null;
}

/** What a press is about, described while it is as it was. */
export const pressOn = (subject: Subject, { describe, now }: Pick<RecorderContext, 'describe' | 'now'>): ActPress => ({
  subject,
  description: subject.kind === 'root' ? undefined : describe(subject.element),
  at: now(),
});
