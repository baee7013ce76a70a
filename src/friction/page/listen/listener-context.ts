import type { Fact } from '../../facts.ts';
import type { CauseTracker } from './cause-tracker.ts';
import type { ElementIds } from './element-ids.ts';

/** What every listener gets. */
export interface ListenerContext {
  emit(fact: Fact): void;
  elementIds: ElementIds;
  cause: CauseTracker;
  lifetime: AbortSignal;
  /** Is it ours, and not the page's? */
  isOurs(node: Node): boolean;
  /** The person's last deed, for what is noise and what may be an answer. */
  lastInput: { actedAt: number; pressTarget: Element | null; typedAt: number; hoverOpener: Element | null };
}

export const elementsInPath = (event: Event): Element[] =>
  event.composedPath().filter((one): one is Element => (one as Node).nodeType === 1);
