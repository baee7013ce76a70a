import { type CauseEvent, FOCUS_MOVE_EVENTS } from './cause-tracker.ts';
import { changeKey } from './change-key.ts';
import { controlAt } from './control-at.ts';
import { eventPathOf } from './elements.ts';
import { createFilterWatch } from './filter-watch.ts';
import { createErrorWatch } from './listen-shown-errors.ts';
import type { ListenerContext } from './listener-context.ts';
import { now } from './now.ts';
import type { PageNoise } from './page-noise.ts';
import { createPressFeedback } from './press-feedback.ts';
import { sampledObserver } from './sampled-observer.ts';
import type { Sampling } from './sampling.ts';
import { shownDigest } from './shown-digest.ts';
import { visibleChanges } from './visible-changes.ts';

/** More records of one batch tell nothing new. */
const MAX_RECORDS = 300;
/** Enough to know what the page does on its own while nobody waits for a response: a page that changes all the time must not become slower. */
const MAX_UNAWAITED_RECORDS = 3;
/** Nobody waits for a response to what they did longer ago. */
const RESPONSE_WITHIN_MS = 15_000;
/** A tooltip that disappears with a press is no response; one that appears is. */
const TOOLTIP = '[role=tooltip]';
const INVISIBLE_TAGS = /^(script|style|link|meta|noscript|template|title|head)$/;

const OBSERVED_CHANGES: MutationObserverInit = {
  attributes: true,
  attributeOldValue: true,
  characterData: true,
  characterDataOldValue: true,
  childList: true,
  subtree: true,
};

interface MutationListener {
  observe(root: Node): void;
  /** When changes are examined. */
  sampling: Sampling;
  /** Processes the records that are still queued. */
  flush(): void;
  press(document: Document): void;
  end(): void;
}

/** Emits changes of the page as signs, unless they are noise, and what the page newly shows as an error. */
export function listenMutations(context: ListenerContext): MutationListener {
  const { noise, lastInput } = context;
  const pressFeedback = createPressFeedback(context);
  const shownErrors = createErrorWatch(context);
  const filterWatch = createFilterWatch(context);
  let offset = 0;
  const observer = sampledObserver(process, context.lifetime);

  function process(records: readonly MutationRecord[]): void {
    const cause = context.cause.current();
    const at = now();
    const { pressTarget, typedAt, actedAt } = lastInput;
    const isAwaited = cause !== null || ((pressTarget !== null || typedAt > 0) && at - actedAt < RESPONSE_WITHIN_MS);
    if (isAwaited) judge(records.slice(0, MAX_RECORDS), cause, at);
    else sample(records, at);
  }

  function sample(records: readonly MutationRecord[], at: number): void {
    // Other records each time, so that noise in many places is known in all of them after a while.
    offset = offset >= records.length ? 0 : offset;
    for (const record of records.slice(offset, offset + MAX_UNAWAITED_RECORDS)) learn(record, at);
    offset += MAX_UNAWAITED_RECORDS;
  }

  function judge(records: readonly MutationRecord[], cause: CauseEvent | null, at: number): void {
    const responses: MutationRecord[] = [];
    for (const record of visibleChanges(records, (one) => !cause && isOngoing(one, context, at))) {
      if (isInvisibleChange(record) || isOwnChange(record, context)) continue;
      shownErrors.note(record, cause, at);
      if (!pressFeedback.absorbs(record, at) && isResponse(record, cause, at)) responses.push(record);
      if (!cause) learn(record, at);
    }
    if (responses.length === 0) return;
    filterWatch.note(responses, at);
    const shows = shownDigest(responses, lastInput, at);
    const sign = { is: 'sign', by: 'mutation', own: cause !== null, ...(shows !== undefined && { shows }) } as const;
    context.emit({ ...sign, at: cause ? Math.min(cause.at, at) : at });
  }

  function learn(record: MutationRecord, at: number): void {
    if (!isOwnChange(record, context)) noise.learn(record.target, changeKey(record), at);
  }

  function isResponse(record: MutationRecord, cause: CauseEvent | null, at: number): boolean {
    if (!cause) return !noise.isKnown(record.target, changeKey(record), at) && !isInReloadingFrame(record.target, noise, at);
    if (FOCUS_MOVE_EVENTS.test(cause.type)) return concerns(cause.target, lastInput.pressTarget);
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
    if (control && !isOnlyStyling) lastInput.hoverOpener = control;
  }

  return {
    sampling: observer.sampling,
    observe: (root) => observer.observe(root, OBSERVED_CHANGES),
    flush: () => process(observer.takeRecords()),
    press: shownErrors.press,
    end: shownErrors.end,
  };
}

/** Does this go on anyway? In the pressed control, even a known change is compared: how it looks afterwards may be the response. */
const isOngoing = (record: MutationRecord, { noise, lastInput }: ListenerContext, at: number): boolean =>
  !lastInput.pressTarget?.contains(record.target) && noise.isKnown(record.target, changeKey(record), at);

/** A frame that loads itself again and again builds its document anew each time. */
function isInReloadingFrame({ ownerDocument }: Node, noise: PageNoise, at: number): boolean {
  const frame = ownerDocument?.defaultView?.frameElement;
  return frame ? noise.isKnown(frame, 'load', at) : false;
}

function isOwnChange({ target, type, addedNodes, removedNodes }: MutationRecord, { isOurs }: ListenerContext): boolean {
  return isOurs(target) || (type === 'childList' && [...addedNodes, ...removedNodes].every(isOurs));
}

const concerns = (target: EventTarget | null, press: Element | null): boolean =>
  press !== null && (target === press || press.contains(target as Node) || (target as Element).contains?.(press));

function isInvisibleChange({ target, type, attributeName, addedNodes, removedNodes }: MutationRecord): boolean {
  const element = target.nodeType === 1 ? (target as Element) : target.parentElement;
  if (element && (isInvisibleElement(element) || element.closest(TOOLTIP))) return true;
  // Where the focus would go is not seen.
  if (type === 'attributes') return attributeName === 'tabindex';
  if (type !== 'childList') return false;
  const isNothing = (node: Node) => node.nodeType === 8 || (node.nodeType === 1 && isInvisibleElement(node as Element));
  return (
    [...addedNodes].every(isNothing) && [...removedNodes].every((node) => isNothing(node) || (node as Element).matches?.(TOOLTIP))
  );
}

const isInvisibleElement = ({ localName, parentElement }: Element): boolean =>
  INVISIBLE_TAGS.test(localName) || parentElement?.localName === 'head';
