/** Milliseconds of work that may be saved up, and how much of each millisecond that passes is saved. */
const CAPACITY_MS = 40;
const SHARE = 0.005;
/** When all was spent, so many milliseconds are saved before the next work: few long rests disturb a page less than many short ones. */
const RESUME_AT_MS = 4;

export interface WorkBudgetOptions {
  now?: () => number;
  /** What may be owed at most, in milliseconds of work: the longest rest is two hundred times that. */
  maxDebtMs?: number;
}

export interface WorkBudget {
  /** Takes away what some work took, in milliseconds. */
  charge(ms: number): void;
  /** Milliseconds until there is something to spend; 0 if there is now. */
  waitMs(): number;
}

/**
 * Limits what we take of a page's main thread while nobody waits for us. In any ten seconds that is less than one percent, so far as a
 * single piece of work is short: what is saved up, what is saved meanwhile, and that piece.
 */
export function createWorkBudget({ now = () => performance.now(), maxDebtMs = 40 }: WorkBudgetOptions = {}): WorkBudget {
  let balanceMs = CAPACITY_MS;
  let countedAt = now();
  let isSpent = false;

  function refill(): void {
    const at = now();
    balanceMs = Math.min(CAPACITY_MS, balanceMs + (at - countedAt) * SHARE);
    countedAt = at;
    if (balanceMs <= 0) isSpent = true;
    else if (balanceMs >= RESUME_AT_MS) isSpent = false;
  }

  return {
    charge(ms) {
      refill();
      // The time of a long piece may be that of other programs of the machine, and must not keep us from the page for minutes.
      balanceMs = Math.max(-maxDebtMs, balanceMs - ms);
      if (balanceMs <= 0) isSpent = true;
    },
    waitMs() {
      refill();
      return isSpent ? Math.ceil((RESUME_AT_MS - balanceMs) / SHARE) : 0;
    },
  };
}
