import { observe } from '../../runtime/lifetime.ts';
import { createNoise } from '../noise.ts';
import type { CauseNow } from './cause.ts';
import { classOf } from './class-of.ts';
import { controlAt } from './control-at.ts';
import { createDress } from './dress.ts';
import type { Ear } from './ear.ts';
import { now } from './now.ts';
import { isSeen } from './seen.ts';
import { waysUp } from './ways-up.ts';

/** More of one batch tells nothing new. */
const MOST = 300;
/** So many tell what goes on by itself while nobody waits for an answer: a page that never stands still must not be slower for it. */
const FEW = 3;
/** The person has done nothing for so long: what happens now happens by itself. In milliseconds. */
const QUIET = 1000;
/** So long after their last deed nothing of it waits for an answer any more. */
const LATE = 15_000;
/** What moves with the focus when a control is pressed: leaving a field may check it, and that is no answer to the press. */
const aside = /^(change|focusout|blur)$/;
/** It goes with a press or where it stands, and that is no answer; one that comes is. */
const tip = '[role=tooltip]';
const unseen = /^(script|style|link|meta|noscript|template|title|head)$/;

/** Hears what changes in the page: as a sign, or as noise; and what the page newly calls an error. */
export function listenMutations(ear: Ear) {
  const noise = createNoise<Node>();
  const dress = createDress(ear);
  const turn = { at: 0 };
  const observer = observe(new MutationObserver(take), ear.lifetime, () => {});

  function take(records: readonly MutationRecord[]): void {
    const cause = ear.cause.current();
    const at = now();
    let shown = false;
    const { press, typed, deed } = ear.last;
    const quiet = cause ? 0 : at - deed;
    const isAwaited = cause !== null || ((press !== null || typed > 0) && quiet < LATE);
    // Others each time: what goes on in many places is known in all of them after a while.
    turn.at = isAwaited || turn.at >= records.length ? 0 : turn.at;
    const heard = records.slice(turn.at, turn.at + (isAwaited ? MOST : FEW));
    turn.at += FEW;
    for (const record of heard) {
      if ((isAwaited && isUnseen(record)) || isOfOurs(record, ear)) continue;
      if (isAwaited) hearTrouble(record, at, ear);
      if (isAwaited && !shown && !dress.takes(record, at)) shown = isAnswer(record, cause, at);
      if (quiet > QUIET) noise.note(record.target, formOf(record), at);
    }
    if (shown) ear.emit({ is: 'sign', at: cause ? Math.min(cause.at, at) : at, by: 'mutation', own: cause !== null });
  }

  function isAnswer(record: MutationRecord, cause: CauseNow | null, at: number): boolean {
    if (!cause) return !noise.is(record.target, formOf(record), at);
    if (aside.test(cause.type)) return isAbout(cause.target, ear.last.press);
    if (cause.type === 'pointerover') {
      noteHover(record, cause.target);
      return false;
    }
    return true;
  }

  /** A hover that does more than dress the control up has opened something. */
  function noteHover(record: MutationRecord, target: EventTarget | null): void {
    const control = controlAt(waysUp(target as Element))?.element;
    const dresses = record.type === 'attributes' && /^(class|style)$/.test(record.attributeName!) && record.target === control;
    if (control && !dresses) ear.last.hoverAnswered = control;
  }

  return {
    observe: (root: Node) =>
      !ear.lifetime.aborted &&
      observer.observe(root, { attributes: true, attributeOldValue: true, characterData: true, childList: true, subtree: true }),
    flush: () => take(observer.takeRecords()),
  };
}

function isOfOurs({ target, type, addedNodes, removedNodes }: MutationRecord, { isOurs }: Ear): boolean {
  return isOurs(target) || (type === 'childList' && [...addedNodes, ...removedNodes].every(isOurs));
}

const isAbout = (target: EventTarget | null, press: Element | null): boolean =>
  press !== null && (target === press || press.contains(target as Node) || (target as Element).contains?.(press));

function isUnseen({ target, type, attributeName, oldValue, addedNodes, removedNodes }: MutationRecord): boolean {
  const element = target.nodeType === 1 ? (target as Element) : target.parentElement;
  if (element && (isUnseenElement(element) || element.closest(tip))) return true;
  // Libraries write on every click what stood there before: an attribute that is what it was has told nobody anything. Nor has one
  // that says where the focus would go.
  if (type === 'attributes') return attributeName === 'tabindex' || element!.getAttribute(attributeName!) === oldValue;
  if (type !== 'childList') return false;
  const isNothing = (node: Node) => node.nodeType === 8 || (node.nodeType === 1 && isUnseenElement(node as Element));
  return (
    [...addedNodes].every(isNothing) && [...removedNodes].every((node) => isNothing(node) || (node as Element).matches?.(tip))
  );
}

const isUnseenElement = ({ localName, parentElement }: Element): boolean =>
  unseen.test(localName) || parentElement?.localName === 'head';

function formOf({ type, attributeName, addedNodes, removedNodes }: MutationRecord): string {
  if (type === 'attributes') return `@${attributeName}`;
  if (type === 'characterData') return 'text';
  const shape = (node: Node | undefined) => node && node.nodeName + classOf(node);
  return `+${shape(addedNodes[0])}-${shape(removedNodes[0])}`;
}

/** `role=alert` or `aria-invalid` newly shown. */
function hearTrouble({ type, target, attributeName, addedNodes }: MutationRecord, at: number, ear: Ear): void {
  if (type === 'attributes' && attributeName === 'aria-invalid') {
    const field = target as Element;
    if (field.getAttribute('aria-invalid') !== 'true') return;
    ear.emit({ is: 'trouble', at, by: 'alert' });
    ear.emit({ is: 'invalid', at, field: ear.numbers.of(field), form: formNumber(field, ear) });
  }
  const changed = type === 'characterData' ? [target] : type === 'childList' ? addedNodes : [];
  if ([...changed].some((node) => alertsIn(node).some(isSeen))) ear.emit({ is: 'trouble', at, by: 'alert' });
}

/** The alerts that a node is, holds, or is in. */
function alertsIn(node: Node): Element[] {
  const element = node.nodeType === 1 ? (node as Element) : node.parentElement;
  const around = element?.closest('[role=alert]');
  return element ? [...(around ? [around] : []), ...(node === element ? element.querySelectorAll('[role=alert]') : [])] : [];
}

export function formNumber(field: Element, { numbers }: Pick<Ear, 'numbers'>): number {
  const form = field.closest('form, [role=form]');
  return form ? numbers.of(form) : 0;
}
