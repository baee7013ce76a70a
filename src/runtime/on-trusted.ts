import { on } from './lifetime.ts';

const NEVER = () => false;

/**
 * Listens until `signal` ends for what the person or the browser does. Pages dispatch thousands of events of their own; each of those costs
 * one test, unless `acceptsSynthetic` takes it now.
 */
export function onTrusted<E extends Event>(
  target: EventTarget,
  type: string,
  listener: (event: E) => void,
  signal: AbortSignal,
  options: Omit<AddEventListenerOptions, 'signal'> = {},
  acceptsSynthetic: () => boolean = NEVER,
): void {
  on(target, type, listener as (event: Event) => void, signal, options, (event) => event.isTrusted || acceptsSynthetic());
}
