import type { WorkGovernor } from '../runtime/idle.ts';
import { createWorkBudget } from '../runtime/work-budget.ts';

/** Milliseconds that somebody may wait for what comes of what they did. */
const ATTENTION_MS = 2000;

/**
 * What all that looks for controls in this page may take together while nobody waits for it. To read a heavy page takes 100 ms and more, which
 * is made up for by half a minute: whatever a person does is looked at at once.
 */
export const locatorBudget = createWorkBudget({ maxDebtMs: 160 });

export interface Attention extends Required<WorkGovernor> {
  /** The person has done something. */
  attend(): void;
}

/** Somebody waits for the first answer, and for a while after each thing that they do. */
export function createAttention(hasAnswered: () => boolean): Attention {
  let attendedAt = performance.now();
  return {
    budget: locatorBudget,
    isAwaited: () => !hasAnswered() || performance.now() - attendedAt < ATTENTION_MS,
    attend() {
      attendedAt = performance.now();
    },
  };
}
