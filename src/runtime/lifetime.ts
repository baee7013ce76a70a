import { type Clock, systemClock } from './clock.ts';

type EventMapOf<T> = T extends Window
  ? WindowEventMap
  : T extends Document
    ? DocumentEventMap
    : T extends ShadowRoot
      ? ShadowRootEventMap & HTMLElementEventMap
      : T extends HTMLElement
        ? HTMLElementEventMap
        : T extends Element
          ? ElementEventMap & HTMLElementEventMap
          : Record<never, never>;

/** A shorter life within `signal`: it ends with its parent, or earlier by `abort()`, and then leaves nothing on the parent. */
export function childLifetime(signal: AbortSignal): AbortController {
  const child = new AbortController();
  onAbort(signal, () => child.abort(signal.reason), child.signal);
  return child;
}

/** Runs `act` when `signal` ends, or at once if it has; forgotten if `unless` ends first. */
export function onAbort(signal: AbortSignal, callback: () => void, unless?: AbortSignal): void {
  if (signal.aborted) callback();
  else signal.addEventListener('abort', callback, { once: true, ...(unless && { signal: unless }) });
}

/** Listens for as long as `signal` lives. */
export function on<T extends EventTarget, K extends string>(
  target: T,
  type: K | (keyof EventMapOf<T> & string),
  listener: (event: K extends keyof EventMapOf<T> ? EventMapOf<T>[K] : Event) => void,
  signal: AbortSignal,
  options: Omit<AddEventListenerOptions, 'signal'> = {},
): void {
  target.addEventListener(type, listener as EventListener, { ...options, signal });
}

/** Runs `act` once after `ms`, unless `signal` ends before. */
export function after(ms: number, callback: () => void, signal: AbortSignal, clock: Clock = systemClock): void {
  if (signal.aborted) return;
  const done = new AbortController();
  const cancel = clock.after(ms, () => {
    done.abort();
    callback();
  });
  onAbort(signal, cancel, done.signal);
}

/** Runs `act` before the next frame is drawn, unless `signal` ends before. A hidden tab draws none. */
export function nextFrame(callback: (time: DOMHighResTimeStamp) => void, signal: AbortSignal): void {
  if (signal.aborted) return;
  const done = new AbortController();
  const frame = requestAnimationFrame((time) => {
    done.abort();
    callback(time);
  });
  onAbort(signal, () => cancelAnimationFrame(frame), done.signal);
}

/**
 * Starts any observer (mutation, resize, intersection, performance) and disconnects it when `signal` ends:
 * `observe(new ResizeObserver(place), signal, (sizes) => sizes.observe(control))`.
 */
export function observe<O extends { disconnect(): void }>(observer: O, signal: AbortSignal, start: (observer: O) => void): O {
  if (signal.aborted) return observer;
  start(observer);
  onAbort(signal, () => observer.disconnect());
  return observer;
}

/** Whatever changes in a tree. */
export const ALL_MUTATIONS: MutationObserverInit = { subtree: true, childList: true, attributes: true, characterData: true };
