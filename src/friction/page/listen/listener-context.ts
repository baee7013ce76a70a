import { on } from '../../../runtime/lifetime.ts';
import type { Fact, Sign } from '../../facts.ts';
import type { CauseTracker } from './cause-tracker.ts';
import type { ElementIds } from './element-ids.ts';
import { now } from './now.ts';

export type PageWindow = Window & typeof globalThis;

/** What every listener gets. */
export interface ListenerContext {
  emit(fact: Fact): void;
  elementIds: ElementIds;
  cause: CauseTracker;
  lifetime: AbortSignal;
  /** Does the node belong to us, not to the page? */
  isOurs(node: Node): boolean;
  /** What the person did last: it separates noise from responses. */
  lastInput: { actedAt: number; pressTarget: Element | null; typedAt: number; hoverOpener: Element | null };
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

export const emitSign = (context: ListenerContext, by: Sign): void => context.emit({ is: 'sign', at: now(), by });
