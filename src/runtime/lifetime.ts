import { type Clock, systemClock } from './clock.ts';
import { createGuard, type Guard, type GuardDeps, type Guarded } from './guard.ts';

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

/**
 * Where a lifetime keeps its guard; its children share it. It is a property, not a map, since the scripts of a page share a lifetime
 * while each has modules of its own. https://developer.chrome.com/docs/extensions/develop/concepts/content-scripts#isolated_world
 */
const GUARD = Symbol.for('cairn.guard');
type Lifetime = AbortSignal & { [GUARD]?: Guard };

const guardOf = (signal: Lifetime): Guard | undefined => signal[GUARD];
function setGuard(signal: Lifetime, guard: Guard | undefined): void {
  if (guard) signal[GUARD] = guard;
}

/**
 * The lifetime of a script in a page. Every listener, timer, frame and observer within it, or within a child of it, runs guarded: its
 * errors go to `report`, and the whole lifetime ends as soon as one of them finds the extension context invalid.
 */
export function createGuardedLifetime(deps: Omit<GuardDeps, 'onInvalidated'>): AbortController {
  const lifetime = new AbortController();
  setGuard(lifetime.signal, createGuard({ ...deps, onInvalidated: () => lifetime.abort() }));
  return lifetime;
}

/** A shorter lifetime within `signal`. It ends with its parent, or earlier by `abort()`, and then leaves nothing on the parent. */
export function childLifetime(signal: AbortSignal): AbortController {
  const child = new AbortController();
  setGuard(child.signal, guardOf(signal));
  onAbort(signal, () => child.abort(signal.reason), child.signal);
  return child;
}

/** A callback that others call, guarded as the listeners of this lifetime are. In a lifetime without a guard it is the callback itself. */
export function guarded<A extends unknown[], R>(signal: AbortSignal, callback: (...args: A) => R): (...args: A) => Guarded<R> {
  return guardOf(signal)?.wrap(callback) ?? (callback as (...args: A) => Guarded<R>);
}

/** Ends a guarded lifetime if an error of a call to the extension, or the runtime itself, tells that the context is invalid. */
export function endIfInvalidated(signal: AbortSignal, error: unknown): void {
  guardOf(signal)?.isInvalidated(error);
}

/** Runs `callback` when `signal` ends, or at once if it has ended. It is forgotten if `unless` ends first. */
export function onAbort(signal: AbortSignal, callback: () => void, unless?: AbortSignal): void {
  const cleanup = guardOf(signal)?.wrapCleanup(callback) ?? callback;
  if (signal.aborted) cleanup();
  else signal.addEventListener('abort', cleanup, { once: true, ...(unless && { signal: unless }) });
}

/** Listens until `signal` ends. An event that `accepts` refuses costs no more than that. */
export function on<T extends EventTarget, K extends string>(
  target: T,
  type: K | (keyof EventMapOf<T> & string),
  listener: (event: K extends keyof EventMapOf<T> ? EventMapOf<T>[K] : Event) => void,
  signal: AbortSignal,
  options: Omit<AddEventListenerOptions, 'signal'> = {},
  accepts?: (event: Event) => boolean,
): void {
  const run = guarded(signal, listener) as EventListener;
  target.addEventListener(type, accepts ? (event) => accepts(event) && run(event) : run, { ...options, signal });
}

/** Runs `callback` once after `ms` milliseconds, unless `signal` ends before. */
export function after(ms: number, callback: () => void, signal: AbortSignal, clock: Clock = systemClock): void {
  if (signal.aborted) return;
  const done = new AbortController();
  const run = guarded(signal, callback);
  const cancel = clock.after(ms, () => {
    done.abort();
    run();
  });
  onAbort(signal, cancel, done.signal);
}

/** Runs `callback` before the next frame is drawn, unless `signal` ends before. A hidden tab draws no frames. */
export function nextFrame(callback: (time: DOMHighResTimeStamp) => void, signal: AbortSignal): void {
  if (signal.aborted) return;
  const done = new AbortController();
  const run = guarded(signal, callback);
  const frame = requestAnimationFrame((time) => {
    done.abort();
    run(time);
  });
  onAbort(signal, () => cancelAnimationFrame(frame), done.signal);
}

interface Disconnectable {
  disconnect(): void;
}

/**
 * Creates an observer (mutation, resize, intersection, performance), starts it, and disconnects it when `signal` ends:
 * `observe(ResizeObserver, place, signal, (sizes) => sizes.observe(control))`. After the end it is not started.
 */
export function observe<A extends unknown[], O extends Disconnectable>(
  ObserverClass: new (callback: (...args: A) => void, options?: IntersectionObserverInit) => O,
  callback: (...args: A) => void,
  signal: AbortSignal,
  start: (observer: O) => void = () => {},
  options?: IntersectionObserverInit,
): O {
  const observer = new ObserverClass(guarded(signal, callback), options);
  if (signal.aborted) return observer;
  start(observer);
  onAbort(signal, () => observer.disconnect());
  return observer;
}

/** Observes every kind of change in a tree. */
export const ALL_MUTATIONS: MutationObserverInit = { subtree: true, childList: true, attributes: true, characterData: true };

export interface Timer {
  /** Runs `callback` after `ms` milliseconds, in place of what was waiting. */
  start(ms: number, callback: () => void): void;
  cancel(): void;
  isWaiting(): boolean;
}

/** A timer that can be started again and cancelled; the end of `signal` cancels it too. */
export function createTimer(signal: AbortSignal, clock?: Clock): Timer {
  let current: AbortController | undefined;
  const cancel = () => {
    current?.abort();
    current = undefined;
  };
  return {
    start(ms, callback) {
      cancel();
      current = childLifetime(signal);
      const run = () => {
        cancel();
        callback();
      };
      after(ms, run, current.signal, clock);
    },
    cancel,
    isWaiting: () => current !== undefined && !signal.aborted,
  };
}
