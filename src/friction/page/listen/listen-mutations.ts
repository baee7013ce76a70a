import { observe } from '../../../runtime/lifetime.ts';
import { createNoiseFilter } from '../noise-filter.ts';
import type { CauseEvent } from './cause-tracker.ts';
import { controlAt } from './control-at.ts';
import { classAttributeOf, eventPathOf, hasVisibleText } from './elements.ts';
import { formIdOf } from './form-id-of.ts';
import type { ListenerContext } from './listener-context.ts';
import { now } from './now.ts';
import { createPressFeedback } from './press-feedback.ts';

/** More records of one batch tell nothing new. */
const MAX_RECORDS = 300;
/** Enough to know what the page does on its own while nobody waits for a response: a page that changes all the time must not become slower. */
const MAX_UNAWAITED_RECORDS = 3;
/** When the person has done nothing for this long, the page changes on its own. */
const AMBIENT_AFTER_MS = 1000;
/** Nobody waits for a response to what they did longer ago. */
const RESPONSE_WITHIN_MS = 15_000;
/** Events that come with a focus that a press moves. Leaving a field may validate it, which is no response to the press. */
const FOCUS_MOVE_EVENTS = /^(change|focusout|blur)$/;
/** A tooltip that disappears with a press is no response; one that appears is. */
const TOOLTIP = '[role=tooltip]';
const INVISIBLE_TAGS = /^(script|style|link|meta|noscript|template|title|head)$/;

const OBSERVED_CHANGES: MutationObserverInit = {
  attributes: true,
  attributeOldValue: true,
  characterData: true,
  childList: true,
  subtree: true,
};

interface MutationListener {
  observe(root: Node): void;
  /** Processes the records that are still queued. */
  flush(): void;
}

/** Emits changes of the page as signs, unless they are noise, and what the page newly shows as an error. */
export function listenMutations(context: ListenerContext): MutationListener {
  const noise = createNoiseFilter<Node>();
  const pressFeedback = createPressFeedback(context);
  let offset = 0;
  const observer = observe(MutationObserver, process, context.lifetime);

  function process(records: readonly MutationRecord[]): void {
    const cause = context.cause.current();
    const at = now();
    let hasResponse = false;
    const { pressTarget, typedAt, actedAt } = context.lastInput;
    const idleMs = cause ? 0 : at - actedAt;
    const isAwaited = cause !== null || ((pressTarget !== null || typedAt > 0) && idleMs < RESPONSE_WITHIN_MS);
    // Other records each time, so that noise in many places is known in all of them after a while.
    offset = isAwaited || offset >= records.length ? 0 : offset;
    const examined = records.slice(offset, offset + (isAwaited ? MAX_RECORDS : MAX_UNAWAITED_RECORDS));
    offset += MAX_UNAWAITED_RECORDS;
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

  /** A hover that changes more than the look of the control has opened something. */
  function noteHover(record: MutationRecord, target: EventTarget | null): void {
    const control = controlAt(eventPathOf(target as Element))?.element;
    const isOnlyStyling =
      record.type === 'attributes' && /^(class|style)$/.test(record.attributeName!) && record.target === control;
    if (control && !isOnlyStyling) context.lastInput.hoverOpener = control;
  }

  return {
    observe: (root) => {
      if (!context.lifetime.aborted) observer.observe(root, OBSERVED_CHANGES);
    },
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
  // Libraries write the same value again on every click: an attribute that has not changed shows nothing, nor does one that says where
  // the focus would go.
  if (type === 'attributes') return attributeName === 'tabindex' || element!.getAttribute(attributeName!) === oldValue;
  if (type !== 'childList') return false;
  const isNothing = (node: Node) => node.nodeType === 8 || (node.nodeType === 1 && isInvisibleElement(node as Element));
  return (
    [...addedNodes].every(isNothing) && [...removedNodes].every((node) => isNothing(node) || (node as Element).matches?.(TOOLTIP))
  );
}

const isInvisibleElement = ({ localName, parentElement }: Element): boolean =>
  INVISIBLE_TAGS.test(localName) || parentElement?.localName === 'head';

function changeKey({ type, attributeName, addedNodes, removedNodes }: MutationRecord): string {
  if (type === 'attributes') return `@${attributeName}`;
  if (type === 'characterData') return 'text';
  const shape = (node: Node | undefined) => node && node.nodeName + classAttributeOf(node);
  return `+${shape(addedNodes[0])}-${shape(removedNodes[0])}`;
}

/** Emits `role=alert` or `aria-invalid` when it is newly shown. */
function emitErrors({ type, target, attributeName, addedNodes }: MutationRecord, at: number, context: ListenerContext): void {
  if (type === 'attributes' && attributeName === 'aria-invalid') {
    const field = target as Element;
    if (field.getAttribute('aria-invalid') !== 'true') return;
    context.emit({ is: 'error', at, by: 'alert' });
    context.emit({ is: 'invalid', at, field: context.elementIds.idOf(field), form: formIdOf(field, context) });
  }
  const changed = type === 'characterData' ? [target] : type === 'childList' ? addedNodes : [];
  if ([...changed].some((node) => alertsIn(node).some(hasVisibleText))) context.emit({ is: 'error', at, by: 'alert' });
}

/** The alerts that a node is, contains, or is part of. */
function alertsIn(node: Node): Element[] {
  const element = node.nodeType === 1 ? (node as Element) : node.parentElement;
  const around = element?.closest('[role=alert]');
  return element ? [...(around ? [around] : []), ...(node === element ? element.querySelectorAll('[role=alert]') : [])] : [];
}
