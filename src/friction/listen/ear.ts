import type { Fact } from '../fact.ts';
import type { Cause } from './cause.ts';
import type { Numbers } from './numbers.ts';

/** What every listener gets. */
export interface Ear {
  emit(fact: Fact): void;
  numbers: Numbers;
  cause: Cause;
  lifetime: AbortSignal;
  /** Is it ours, and not the page's? */
  isOurs(node: Node): boolean;
  /** The person's last deed, for what is noise and what may be an answer. */
  last: { deed: number; press: Element | null; typed: number; hoverAnswered: Element | null };
}

export const elementsOf = (event: Event): Element[] =>
  event.composedPath().filter((one): one is Element => (one as Node).nodeType === 1);
