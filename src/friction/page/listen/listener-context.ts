import { on } from '../../../runtime/lifetime.ts';
import type { Fact, Sign } from '../../facts.ts';
import type { CauseTracker } from './cause-tracker.ts';
import type { ElementIds } from './element-ids.ts';
import type { LastInput } from './last-input.ts';
import { now } from './now.ts';
import type { PageNoise } from './page-noise.ts';

export type PageWindow = Window & typeof globalThis;

/** What every listener gets. */
export interface ListenerContext {
  emit(fact: Fact): void;
  elementIds: ElementIds;
  cause: CauseTracker;
  noise: PageNoise;
  lifetime: AbortSignal;
  /** Does the node belong to us, not to the page? */
  isOurs(node: Node): boolean;
  /** Is this an origin of the app that the page belongs to? */
  isAppOrigin(origin: string): boolean;
  lastInput: LastInput;
}

/** Listens on the window before the page does, without delaying it. */
export function listen<K extends keyof WindowEventMap>(
  view: Window,
  type: K,
  listener: (event: WindowEventMap[K]) => void,
  { lifetime }: Pick<ListenerContext, 'lifetime'>,
): void {
  on(view, type, listener as (event: Event) => void, lifetime, { capture: true, passive: true });
}

/** Emits a sign of a response, unless it also occurs there, in this form, without a click. */
export function emitSign(context: ListenerContext, by: Sign, where: object, form: string = by): void {
  const at = now();
  if (context.noise.isNews(where, form, at)) context.emit({ is: 'sign', at, by });
}
