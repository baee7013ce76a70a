import type { BenchCondition } from './conditions.ts';
import type { LocateOutcome } from './in-page/bench.ts';

/** What came of one method in one condition on one app. */
export interface ResultRow {
  method: string;
  app: string;
  condition: BenchCondition;
  n: number;
  located: number;
  wrong: number;
  notFound: number;
  msModel: number;
  msLookup: number;
}

/** Everything measured, kept by method, app and condition. */
export class LocateTally {
  readonly #outcomes = new Map<string, LocateOutcome[]>();
  readonly #models = new Map<string, number[]>();

  add(method: string, app: string, condition: BenchCondition, outcomes: LocateOutcome[]): void {
    const key = `${method}\t${app}\t${condition}`;
    this.#outcomes.set(key, [...(this.#outcomes.get(key) ?? []), ...outcomes]);
  }

  addModels(method: string, app: string, ms: number[]): void {
    const key = `${method}\t${app}`;
    this.#models.set(key, [...(this.#models.get(key) ?? []), ...ms]);
  }

  rows(): ResultRow[] {
    return [...this.#outcomes].map(([key, outcomes]) => {
      const [method = '', app = '', condition] = key.split('\t');
      return {
        method,
        app,
        condition: condition as BenchCondition,
        ...countsOf(outcomes),
        msModel: mean(this.#models.get(`${method}\t${app}`) ?? []),
        msLookup: mean(outcomes.map((one) => one.ms)),
      };
    });
  }

  /** All outcomes of a method in a condition, over all apps. */
  outcomes(method: string, condition: BenchCondition): LocateOutcome[] {
    return [...this.#outcomes].flatMap(([key, outcomes]) =>
      key.startsWith(`${method}\t`) && key.endsWith(`\t${condition}`) ? outcomes : [],
    );
  }

  models(method: string): number[] {
    return [...this.#models].flatMap(([key, ms]) => (key.startsWith(`${method}\t`) ? ms : []));
  }

  get methods(): string[] {
    return [...new Set([...this.#outcomes.keys()].map((key) => key.split('\t')[0]!))];
  }
}

export function countsOf(outcomes: LocateOutcome[], threshold?: number): Pick<ResultRow, 'n' | 'located' | 'wrong' | 'notFound'> {
  const given = outcomes.filter((one) => (threshold === undefined ? one.given : one.answered && one.confidence >= threshold));
  const located = given.filter((one) => one.right).length;
  return { n: outcomes.length, located, wrong: given.length - located, notFound: outcomes.length - given.length };
}

export const mean = (numbers: number[]): number =>
  numbers.length ? numbers.reduce((sum, one) => sum + one, 0) / numbers.length : 0;

export function percentile(numbers: number[], share: number): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}
