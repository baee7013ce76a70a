import { on, onAbort } from '../../../runtime/lifetime.ts';
import { now } from './now.ts';

/** The page took so long over one event: it worked, or it showed a dialog of the browser's, which nobody answers faster. */
const BUSY_MS = 400;

export interface CauseEvent {
  type: string;
  at: number;
  target: EventTarget | null;
}

/**
 * Which event the page is answering at this moment. What a page does in the same task as a click is its answer, however noisy it is
 * otherwise. A dispatch begins with our capture listener on the window and ends with our bubble listener there, microtasks included;
 * where the page stops the event it ends with the next task.
 */
export function createCauseTracker(flush: () => void, onBusy: (at: number) => void, lifetime: AbortSignal) {
  const state: { current: CauseEvent | null } = { current: null };
  const spans: { type: string; from: number; to: number }[] = [];
  const channel = new MessageChannel();
  const onNextTask = (event: Event) => {
    if (state.current?.at === (event as MessageEvent).data) end();
  };
  on(channel.port1, 'message', onNextTask, lifetime);
  channel.port1.start();
  onAbort(lifetime, () => channel.port1.close());

  function begin(event: Event): void {
    flush();
    state.current = { type: event.type, at: now(), target: event.composedPath()[0] ?? event.target };
    channel.port2.postMessage(state.current.at);
  }
  /** The window hears the event last: the page has done with it. */
  function done(): void {
    if (state.current && now() - state.current.at > BUSY_MS) onBusy(state.current.at);
    end();
  }
  function end(): void {
    flush();
    if (state.current) spans.push({ type: state.current.type, from: state.current.at, to: now() });
    if (spans.length > 20) spans.shift();
    state.current = null;
  }
  return {
    current: () => state.current,
    /** Did a moment lie in an event of the person's? */
    covers: (at: number) =>
      (state.current !== null && at >= state.current.at) || spans.some(({ from, to }) => at >= from - 1 && at <= to + 1),
    listen(view: Window, types: readonly string[], signal: AbortSignal): void {
      for (const type of types) {
        on(view, type, (event) => event.isTrusted && begin(event), signal, { capture: true, passive: true });
        on(view, type, (event) => event.isTrusted && queueMicrotask(done), signal, { passive: true });
      }
    },
  };
}
export type CauseTracker = ReturnType<typeof createCauseTracker>;
