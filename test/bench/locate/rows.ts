import type { Condition } from './conditions.ts';
import type { Outcome } from './in-page/bench.ts';

/** What came of one method in one condition on one app. */
export interface Row {
  method: string;
  app: string;
  condition: Condition;
  n: number;
  located: number;
  wrong: number;
  notFound: number;
  msModel: number;
  msLookup: number;
}

/** Everything measured, kept by method, app and condition. */
export class Tally {
  readonly #outcomes = new Map<string, Outcome[]>();
  readonly #models = new Map<string, number[]>();

  add(method: string, app: string, condition: Condition, outcomes: Outcome[]): void {
    const key = `${method}\t${app}\t${condition}`;
    this.#outcomes.set(key, [...(this.#outcomes.get(key) ?? []), ...outcomes]);
  }

  addModels(method: string, app: string, ms: number[]): void {
    const key = `${method}\t${app}`;
    this.#models.set(key, [...(this.#models.get(key) ?? []), ...ms]);
  }

  rows(): Row[] {
    return [...this.#outcomes].map(([key, outcomes]) => {
      const [method = '', app = '', condition] = key.split('\t');
      return {
        method,
        app,
        condition: condition as Condition,
        ...countsOf(outcomes),
        msModel: mean(this.#models.get(`${method}\t${app}`) ?? []),
        msLookup: mean(outcomes.map((one) => one.ms)),
      };
    });
  }

  /** All outcomes of a method in a condition, over all apps. */
  outcomes(method: string, condition: Condition): Outcome[] {
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

export function countsOf(outcomes: Outcome[], threshold?: number): Pick<Row, 'n' | 'located' | 'wrong' | 'notFound'> {
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
