import { createTimer } from '../../../runtime/lifetime.ts';
import { createWorkBudget } from '../../../runtime/work-budget.ts';

/** Milliseconds after the person did something in which all that the page does may be a response. */
const AWAITED_MS = 3000;

export interface Sampling {
  /** May what the page does be examined now? One test for each of thousands of events. */
  readonly isOpen: boolean;
  /** Takes away what the examination took, in milliseconds. */
  charge(ms: number): void;
  /** The person does something: from now on everything is examined. */
  attend(): void;
}

interface SamplingDeps {
  /** Called when the examination ends for a while. */
  onClose(): void;
  onOpen(): void;
  lifetime: AbortSignal;
}

/**
 * What a page does while nobody waits for a response tells only what it does on its own. Where it does little, everything is examined.
 * Where it does much, short samples show as much, and the rest of the time costs nothing.
 */
export function createSampling({ onClose, onOpen, lifetime }: SamplingDeps): Sampling {
  const budget = createWorkBudget();
  const rest = createTimer(lifetime);
  let isOpen = true;
  let awaitedUntil = 0;

  function open(): void {
    rest.cancel();
    if (isOpen || lifetime.aborted) return;
    isOpen = true;
    onOpen();
  }

  return {
    get isOpen() {
      return isOpen;
    },
    charge(ms) {
      if (!isOpen || performance.now() < awaitedUntil) return;
      budget.charge(ms);
      const waitMs = budget.waitMs();
      if (waitMs === 0) return;
      isOpen = false;
      onClose();
      rest.start(waitMs, open);
    },
    attend() {
      awaitedUntil = performance.now() + AWAITED_MS;
      open();
    },
  };
}
