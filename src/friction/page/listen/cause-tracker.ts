import { on, onAbort } from '../../../runtime/lifetime.ts';
import { onTrusted } from '../../../runtime/on-trusted.ts';
import { now } from './now.ts';

/** An event that takes longer kept the page busy: it worked, or it showed a dialog of the browser, which nobody answers faster. */
const BUSY_MS = 400;
const MAX_SPANS = 20;

/** Events that come with a focus that a press moves. Leaving a field may validate it, which is no response to the press. */
export const FOCUS_MOVE_EVENTS = /^(change|focusout|blur)$/;

/** The event that the page is handling. */
export interface CauseEvent {
  type: string;
  at: number;
  target: EventTarget | null;
}

export interface CauseTracker {
  current(): CauseEvent | null;
  /** Was the page handling an event of the person's at this time? */
  covers(at: number): boolean;
  listen(view: Window, types: readonly string[], lifetime: AbortSignal): void;
}

interface CauseTrackerDeps {
  /** Called when the cause changes: what happened before belongs to the previous cause. */
  onChange(): void;
  onBusy(at: number): void;
  lifetime: AbortSignal;
}

/**
 * Tracks which event the page is handling at this moment. What a page does in the same task as a click is its response, however noisy
 * the page is otherwise. Handling begins with our capturing listener on the window and ends with our bubbling listener there, microtasks
 * included; where the page stops the event, it ends with the next task.
 */
export function createCauseTracker({ onChange, onBusy, lifetime }: CauseTrackerDeps): CauseTracker {
  let current: CauseEvent | null = null;
  let begunAt = 0;
  const spans: { from: number; to: number }[] = [];
  const channel = new MessageChannel();
  on(channel.port1, 'message', (event) => current?.at === (event as MessageEvent).data && end(), lifetime);
  channel.port1.start();
  onAbort(lifetime, () => channel.port1.close());

  function begin(event: Event): void {
    onChange();
    begunAt = now();
    current = { type: event.type, at: begunAt, target: event.composedPath()[0] ?? event.target };
    channel.port2.postMessage(begunAt);
  }
  /** The event has bubbled to the window: the page has handled it. While Firefox shows a dialog, other tasks run, and it counts as ended. */
  function finish(): void {
    if (now() - begunAt > BUSY_MS) onBusy(begunAt);
    end();
  }
  function end(): void {
    onChange();
    if (current) spans.push({ from: current.at, to: now() });
    if (spans.length > MAX_SPANS) spans.shift();
    current = null;
  }
  return {
    current: () => current,
    covers: (at) => (current !== null && at >= current.at) || spans.some(({ from, to }) => at >= from - 1 && at <= to + 1),
    listen(view, types, viewLifetime) {
      for (const type of types) {
        onTrusted(view, type, begin, viewLifetime, { capture: true, passive: true });
        onTrusted(view, type, () => queueMicrotask(finish), viewLifetime, { passive: true });
      }
    },
  };
}
