import type { ShownGuide } from '../model/shown.ts';

/** Every reason why a guide is not shown. Each has words in the six languages, as `why_place`. */
export const rules = [
  'place',
  'present',
  'dates',
  'audience',
  'language',
  'stage',
  'after',
  'unless',
  'known',
  'share',
  'holdout',
  'announced',
  'quiet',
  'quiet-app',
  'quiet-guide',
  'dismissed',
  'over',
  'rest',
  'day',
  'week',
] as const;
export type Rule = (typeof rules)[number];

/** A refusal names the rule that decided, and what it went by, for whoever puts it into words. */
export type Verdict = { fits: true } | Refusal;
export interface Refusal {
  fits: false;
  rule: Rule;
  by: string[];
}

export const fits: Verdict = { fits: true };
export const refuse = (rule: Rule, ...by: string[]): Refusal => ({ fits: false, rule, by });

/** What judges read of a guide: one that is shown, or one of a pack, with the pack's id. */
export type Judged = Pick<
  ShownGuide,
  'kind' | 'id' | 'where' | 'who' | 'from' | 'until' | 'present' | 'stage' | 'after' | 'unless' | 'share'
> & { pack: { id: string; sample?: boolean }; safety?: boolean; announces?: string | undefined };

/** The first judge that refuses decides. */
export function firstRefusal(judges: readonly (() => Verdict)[]): Verdict {
  for (const judge of judges) {
    const verdict = judge();
    if (!verdict.fits) return verdict;
  }
  return fits;
}
