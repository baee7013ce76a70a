import type { ProtectionRules } from './protection-rules.ts';

/** A share in words from which no count can be told: a percentage in steps, nearly nobody, nearly everybody, or nothing. */
export type ShareWord = number | 'few' | 'most' | 'withheld';

/** Fewest counts that fit the words of a share. */
const MIN_COUNTS_PER_WORD = 3;

const STEPS = [5, 10, 20];

/** The words that a group of one size can have, whatever its counts are. */
export interface Wording {
  /** At most so many people are "few", and all but at most so many are "most". */
  few: number;
  /** Percentages between them are multiples of this. */
  step: number;
  total: number;
}

/**
 * The wording for a group, or undefined if it is too small for any. Steps of 5 points hide nobody in a small group: 40 % of 30 people are
 * 12. So the step follows the size, and "few" and "most" reach as far as it takes until three counts fit every percentage between them.
 *
 * @param width the fewest that "few" covers
 */
export function wordingFor(total: number, width: number, rules: ProtectionRules): Wording | undefined {
  if (!rules.wordsFitSeveralCounts) return { few: width - 1, step: STEPS[0]!, total };
  const step = STEPS.find((one) => (total * one) / 100 >= MIN_COUNTS_PER_WORD);
  if (step === undefined) return undefined;
  for (let few = width; 2 * few < total; few++) {
    const between = Array.from({ length: total - 2 * few - 1 }, (_, nth) => few + 1 + nth);
    const fitting = Map.groupBy(between, (count) => percent(count, { total, step }));
    const isRoundedAway = percent(few + 1, { total, step }) === 0;
    const areWide = [...fitting.values()].every(({ length }) => length >= MIN_COUNTS_PER_WORD);
    if (between.length > 0 && areWide && !isRoundedAway) return { few, step, total };
  }
  return undefined;
}

const percent = (count: number, { total, step }: Pick<Wording, 'total' | 'step'>): number =>
  Math.round((count * 100) / total / step) * step;

/** The percentage of a count, or undefined if it is among the extremes. */
export function percentWord(count: number, { few, step, total }: Wording): number | undefined {
  return count > few && total - count > few ? percent(count, { total, step }) : undefined;
}

/**
 * The words for a single group that has no others beside it, if nearly everybody is in one column. In a table with several groups they
 * would narrow down what the sums leave open.
 */
export function extremeWords(counts: readonly number[], { few, total }: Wording): ShareWord[] | undefined {
  const largest = Math.max(...counts);
  return total - largest > few ? undefined : counts.map((one) => (one === largest ? 'most' : 'few'));
}
