import type { LocalizedGuide } from '../model/pack/localized-guide.ts';

/** Every reason why a guide is not shown. Each has a text in the six languages, such as `why_place`. */
export const TARGETING_RULES = [
  'place',
  'requires-control',
  'dates',
  'audience',
  'language',
  'stage',
  'after',
  'unless',
  'known',
  'share',
  'holdout',
  'offered',
  'feedback',
  'muted',
  'muted-app',
  'muted-guide',
  'dismissed',
  'over',
  'cooldown',
  'day',
  'week',
] as const;
type TargetingRule = (typeof TARGETING_RULES)[number];

/** A refusal names the rule that decided and the values it decided by, for the text that explains it. */
export type TargetingVerdict = { fits: true } | TargetingRefusal;
export interface TargetingRefusal {
  fits: false;
  rule: TargetingRule;
  by: string[];
}

export const fits: TargetingVerdict = { fits: true };
export const refuse = (rule: TargetingRule, ...by: string[]): TargetingRefusal => ({ fits: false, rule, by });

/** What the rules read of a guide: a localised one, or one of a pack with that pack. */
export type TargetedGuide = Pick<
  LocalizedGuide,
  'kind' | 'id' | 'where' | 'who' | 'from' | 'until' | 'requiresControl' | 'stage' | 'after' | 'unless' | 'share'
> & { pack: { id: string; sample?: boolean }; safety?: boolean; opens?: string | undefined };

/** The first judge that refuses decides. */
export function firstRefusal(judges: readonly (() => TargetingVerdict)[]): TargetingVerdict {
  for (const judge of judges) {
    const verdict = judge();
    if (!verdict.fits) return verdict;
  }
  return fits;
}
