import { observe } from '../../../runtime/lifetime.ts';
import { createNoiseFilter } from '../noise-filter.ts';
import type { CauseEvent } from './cause-tracker.ts';
import { classAttributeOf } from './class-attribute-of.ts';
import { controlAt } from './control-at.ts';
import { eventPathOf } from './event-path-of.ts';
import { hasVisibleText } from './has-visible-text.ts';
import type { ListenerContext } from './listener-context.ts';
import { now } from './now.ts';
import { createPressFeedback } from './press-feedback.ts';

/** More of one batch tells nothing new. */
const MAX_RECORDS = 300;
/** So many tell what goes on by itself while nobody waits for an answer: a page that never stands still must not be slower for it. */
const MAX_UNAWAITED_RECORDS = 3;
/** The person has done nothing for so long: what happens now happens by itself. In milliseconds. */
const AMBIENT_AFTER_MS = 1000;
/** So long after their last deed nothing of it waits for an answer any more. */
const RESPONSE_WITHIN_MS = 15_000;
/** What moves with the focus when a control is pressed: leaving a field may check it, and that is no answer to the press. */
const FOCUS_MOVE_EVENTS = /^(change|focusout|blur)$/;
/** It goes with a press or where it stands, and that is no answer; one that comes is. */
const TOOLTIP = '[role=tooltip]';
const UNSEEN_TAGS = /^(script|style|link|meta|noscript|template|title|head)$/;

/** Hears what changes in the page: as a sign, or as noise; and what the page newly calls an error. */
export function listenMutations(context: ListenerContext) {
  const noise = createNoiseFilter<Node>();
  const pressFeedback = createPressFeedback(context);
  const offset = { at: 0 };
  const observer = observe(MutationObserver, process, context.lifetime);

  function process(records: readonly MutationRecord[]): void {
    const cause = context.cause.current();
    const at = now();
    let hasResponse = false;
    const { pressTarget, typedAt, actedAt } = context.lastInput;
    const idleMs = cause ? 0 : at - actedAt;
    const isAwaited = cause !== null || ((pressTarget !== null || typedAt > 0) && idleMs < RESPONSE_WITHIN_MS);
    // Others each time: what goes on in many places is known in all of them after a while.
    offset.at = isAwaited || offset.at >= records.length ? 0 : offset.at;
    const examined = records.slice(offset.at, offset.at + (isAwaited ? MAX_RECORDS : MAX_UNAWAITED_RECORDS));
    offset.at += MAX_UNAWAITED_RECORDS;
    for (const record of examined) {
      if ((isAwaited && isInvisibleChange(record)) || isOwnChange(record, context)) continue;
      if (isAwaited) emitErrors(record, at, context);
      if (isAwaited && !hasResponse && !pressFeedback.absorbs(record, at)) hasResponse = isResponse(record, cause, at);
      if (idleMs > AMBIENT_AFTER_MS) noise.note(record.target, changeKey(record), at);
    }
    if (hasResponse) context.emit({ is: 'sign', at: cause ? Math.min(cause.at, at) : at, by: 'mutation', own: cause !== null });
  }

  function isResponse(record: MutationRecord, cause: CauseEvent | null, at: number): boolean {
    if (!cause) return !noise.isNoise(record.target, changeKey(record), at);
    if (FOCUS_MOVE_EVENTS.test(cause.type)) return concerns(cause.target, context.lastInput.pressTarget);
    if (cause.type === 'pointerover') {
      noteHover(record, cause.target);
      return false;
    }
    return true;
  }

  /** A hover that does more than dress the control up has opened something. */
  function noteHover(record: MutationRecord, target: EventTarget | null): void {
    const control = controlAt(eventPathOf(target as Element))?.element;
    const isOnlyStyling =
      record.type === 'attributes' && /^(class|style)$/.test(record.attributeName!) && record.target === control;
    if (control && !isOnlyStyling) context.lastInput.hoverOpener = control;
  }

  return {
    observe: (root: Node) =>
      !context.lifetime.aborted &&
      observer.observe(root, { attributes: true, attributeOldValue: true, characterData: true, childList: true, subtree: true }),
    flush: () => process(observer.takeRecords()),
  };
}

function isOwnChange({ target, type, addedNodes, removedNodes }: MutationRecord, { isOurs }: ListenerContext): boolean {
  return isOurs(target) || (type === 'childList' && [...addedNodes, ...removedNodes].every(isOurs));
}

const concerns = (target: EventTarget | null, press: Element | null): boolean =>
  press !== null && (target === press || press.contains(target as Node) || (target as Element).contains?.(press));

function isInvisibleChange({ target, type, attributeName, oldValue, addedNodes, removedNodes }: MutationRecord): boolean {
  const element = target.nodeType === 1 ? (target as Element) : target.parentElement;
  if (element && (isInvisibleElement(element) || element.closest(TOOLTIP))) return true;
  // Libraries write on every click what stood there before: an attribute that is what it was has told nobody anything. Nor has one
  // that says where the focus would go.
  if (type === 'attributes') return attributeName === 'tabindex' || element!.getAttribute(attributeName!) === oldValue;
  if (type !== 'childList') return false;
  const isNothing = (node: Node) => node.nodeType === 8 || (node.nodeType === 1 && isInvisibleElement(node as Element));
  return (
    [...addedNodes].every(isNothing) && [...removedNodes].every((node) => isNothing(node) || (node as Element).matches?.(TOOLTIP))
  );
}

const isInvisibleElement = ({ localName, parentElement }: Element): boolean =>
  UNSEEN_TAGS.test(localName) || parentElement?.localName === 'head';

function changeKey({ type, attributeName, addedNodes, removedNodes }: MutationRecord): string {
  if (type === 'attributes') return `@${attributeName}`;
  if (type === 'characterData') return 'text';
  const shape = (node: Node | undefined) => node && node.nodeName + classAttributeOf(node);
  return `+${shape(addedNodes[0])}-${shape(removedNodes[0])}`;
}

/** `role=alert` or `aria-invalid` newly shown. */
function emitErrors({ type, target, attributeName, addedNodes }: MutationRecord, at: number, context: ListenerContext): void {
  if (type === 'attributes' && attributeName === 'aria-invalid') {
    const field = target as Element;
    if (field.getAttribute('aria-invalid') !== 'true') return;
    context.emit({ is: 'trouble', at, by: 'alert' });
    context.emit({ is: 'invalid', at, field: context.elementIds.idOf(field), form: formIdOf(field, context) });
  }
  const changed = type === 'characterData' ? [target] : type === 'childList' ? addedNodes : [];
  if ([...changed].some((node) => alertsIn(node).some(hasVisibleText))) context.emit({ is: 'trouble', at, by: 'alert' });
}

/** The alerts that a node is, holds, or is in. */
function alertsIn(node: Node): Element[] {
  const element = node.nodeType === 1 ? (node as Element) : node.parentElement;
  const around = element?.closest('[role=alert]');
  return element ? [...(around ? [around] : []), ...(node === element ? element.querySelectorAll('[role=alert]') : [])] : [];
}

export function formIdOf(field: Element, { elementIds }: Pick<ListenerContext, 'elementIds'>): number {
  const form = field.closest('form, [role=form]');
  return form ? elementIds.idOf(form) : 0;
}
