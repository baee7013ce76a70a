import { after, childLifetime, on } from '../../../runtime/lifetime.ts';
import { alertTone } from './alert-tone.ts';
import { type CauseEvent, FOCUS_MOVE_EVENTS } from './cause-tracker.ts';
import { hasVisibleText } from './elements.ts';
import { formIdOf } from './form-id-of.ts';
import { isMarkRefusal } from './is-refusal.ts';
import type { ListenerContext } from './listener-context.ts';
import { now } from './now.ts';
import { textChecksum } from './text-checksum.ts';

/** What disappears or changes its words sooner was not an error: "Loading…". Messages that go by themselves stay longer. */
const ALERT_LASTS_MS = 2500;
const MAX_CHARS = 2000;

interface ErrorWatch {
  note(record: MutationRecord, cause: CauseEvent | null, at: number): void;
  /** The person presses: what is shown now is not newly shown later. */
  press(document: Document): void;
  /** The page is left: errors that it shows are not waited for. */
  end(): void;
}

/**
 * Emits as errors what the page newly shows as one: a field marked as invalid, and an alert that stays. An alert is none if it is a status,
 * if it was there before, or if the page shows the same without anybody.
 */
export function createErrorWatch(context: ListenerContext): ErrorWatch {
  const pending = new Map<Element, { text: number; at: number }>();
  const seen = new Set<number>();
  const typedIn = new WeakSet<Element>();
  const emitInvalid = (field: Element, at: number) =>
    context.emit({ is: 'invalid', at, field: context.elementIds.idOf(field), form: formIdOf(field, context) });
  const emitError = (at: number) => context.emit({ is: 'error', at, by: 'alert' });

  function noteInvalid(field: Element, cause: CauseEvent | null, at: number): void {
    if (!isMarked(field)) return;
    if (!isMarkRefusal(context.lastInput, field.matches(':focus-within'), at)) {
      watchUntilLeft(field);
      return;
    }
    emitInvalid(field, at);
    const isByLeaving = cause !== null && FOCUS_MOVE_EVENTS.test(cause.type);
    if (!isByLeaving && context.noise.isNewError(field, 'invalid', at)) emitError(at);
  }

  function watchUntilLeft(field: Element): void {
    if (typedIn.has(field)) return;
    typedIn.add(field);
    const lifetime = childLifetime(context.lifetime);
    const judge = () => {
      lifetime.abort();
      typedIn.delete(field);
      if (isMarked(field)) emitInvalid(field, now());
    };
    on(field, 'focusout', judge, lifetime.signal);
  }

  function noteAlert(alert: Element, at: number): void {
    const text = checksumOf(alert);
    if (pending.get(alert)?.text === text || !hasVisibleText(alert)) return;
    pending.delete(alert);
    if (!context.noise.isNewError(alert.ownerDocument, `alert ${text}`, at) || seen.has(text)) return;
    const shown = { text, at };
    pending.set(alert, shown);
    after(ALERT_LASTS_MS, () => pending.get(alert) === shown && settle(alert, shown), context.lifetime);
  }

  function settle(alert: Element, { text, at }: { text: number; at: number }): void {
    pending.delete(alert);
    const isThere = alert.isConnected && checksumOf(alert) === text && hasVisibleText(alert);
    // The person may have closed it.
    const isClosed = alert.contains(context.lastInput.pressTarget);
    if ((isThere || isClosed) && alertTone(alert) !== 'status') emitError(at);
  }

  return {
    note({ type, target, attributeName, addedNodes }, cause, at) {
      if (type === 'attributes' && attributeName === 'aria-invalid') noteInvalid(target as Element, cause, at);
      else if (type === 'attributes' && (target as Element).matches(ALERT)) noteAlert(target as Element, at);
      else if (type !== 'attributes')
        for (const node of [target, ...addedNodes]) for (const alert of alertsIn(node, node === target)) noteAlert(alert, at);
    },
    press(document) {
      seen.clear();
      for (const alert of document.querySelectorAll(ALERT)) if (hasVisibleText(alert)) seen.add(checksumOf(alert));
    },
    end() {
      for (const [alert, { at }] of pending) if (alert.isConnected && alertTone(alert) === 'error') emitError(at);
      pending.clear();
    },
  };
}

const ALERT = '[role=alert]';
const isMarked = (field: Element): boolean => field.getAttribute('aria-invalid') === 'true';
const checksumOf = (alert: Element): number => textChecksum((alert.textContent ?? '').trim().slice(0, MAX_CHARS));

/** The alert that the target of a change is in, or the alerts that an added node is or contains. */
function alertsIn(node: Node, isTarget: boolean): Element[] {
  const element = node.nodeType === 1 ? (node as Element) : node.parentElement;
  const around = isTarget ? element?.closest(ALERT) : null;
  if (around) return [around];
  if (isTarget || node.nodeType !== 1) return [];
  return [...((node as Element).matches(ALERT) ? [node as Element] : []), ...(node as Element).querySelectorAll(ALERT)];
}
