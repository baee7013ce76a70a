import { onTrusted } from '../../../runtime/on-trusted.ts';
import type { Fact, Sign } from '../../facts.ts';
import type { CauseTracker } from './cause-tracker.ts';
import type { ElementIds } from './element-ids.ts';
import type { LastInput } from './last-input.ts';
import { now } from './now.ts';
import type { PageNoise } from './page-noise.ts';
import type { Sampling } from './sampling.ts';

/** What the browser does to pass us an event that the page has dispatched, in milliseconds. */
const SYNTHETIC_EVENT_MS = 0.01;

export type PageWindow = Window & typeof globalThis;

/** What every listener gets. */
export interface ListenerContext {
  emit(fact: Fact): void;
  elementIds: ElementIds;
  cause: CauseTracker;
  noise: PageNoise;
  lifetime: AbortSignal;
  /** When what the page does is examined. */
  sampling(): Sampling;
  /** Does the node belong to us, not to the page? */
  isOurs(node: Node): boolean;
  /** Is this an origin of the app that the page belongs to? */
  isAppOrigin(origin: string): boolean;
  lastInput: LastInput;
}

/**
 * Listens on the window before the page does, without delaying it. Events that the page dispatches itself are examined in samples while
 * nobody waits for a response: beyond them, each of thousands costs a test.
 */
export function listen<K extends keyof WindowEventMap>(
  view: Window,
  type: K,
  listener: (event: WindowEventMap[K]) => void,
  { lifetime, sampling }: Pick<ListenerContext, 'lifetime' | 'sampling'>,
): void {
  const examine = (event: WindowEventMap[K]) => {
    const start = event.isTrusted ? 0 : performance.now();
    listener(event);
    if (!event.isTrusted) sampling().charge(SYNTHETIC_EVENT_MS + performance.now() - start);
  };
  onTrusted(view, type, examine, lifetime, { capture: true, passive: true }, () => sampling().isOpen);
}

/** Emits a sign of a response, unless it also occurs there, in this form, without a click. */
export function emitSign(context: ListenerContext, by: Sign, where: object, form: string = by): void {
  const at = now();
  if (context.noise.isNews(where, form, at)) context.emit({ is: 'sign', at, by });
}
