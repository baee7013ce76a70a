import { liesIn } from '../model/place-pattern.ts';
import type { Policy } from '../model/policy.ts';
import type { Settled } from '../model/settled.ts';
import { guideKey, type ShownGuide } from '../model/shown.ts';

/** What is known about the person and the moment. */
export interface Facts {
  url: string;
  audience: Policy['audience'];
  languages: readonly string[];
  /** The day as YYYY-MM-DD, local time. */
  today: string;
  settled: Readonly<Record<string, Settled>>;
}

export type Verdict =
  | { fits: true }
  | { fits: false; rule: 'place' | 'audience' | 'language' | 'dates' | 'dismissed'; why: string };

const fits: Verdict = { fits: true };
const attributes = ['company', 'site', 'department', 'team', 'role'] as const;
/** Two dismissals end a message for good. */
const dismissals = 2;

/**
 * Does a guide fit this person, here, today? The first rule that says no decides:
 *
 * | rule      | says no when                                                              |
 * |-----------|---------------------------------------------------------------------------|
 * | place     | the guide names places and the address lies in none                       |
 * | dates     | today is before `from` or after `until`                                   |
 * | audience  | the guide asks for an attribute that the policy gives no matching value of |
 * | language  | none of the person's languages is one that the guide asks for             |
 * | dismissed | a tip was dismissed twice                                                 |
 */
export function judgeFit(guide: ShownGuide, facts: Facts): Verdict {
  if (guide.where && !guide.where.some((place) => liesIn(facts.url, place)))
    return { fits: false, rule: 'place', why: `this page is not one of ${guide.where.join(', ')}` };
  if ((guide.from && facts.today < guide.from) || (guide.until && facts.today > guide.until))
    return { fits: false, rule: 'dates', why: `today is outside ${guide.from ?? '…'} to ${guide.until ?? '…'}` };
  for (const attribute of attributes) {
    const wanted = guide.who?.[attribute];
    const own = facts.audience[attribute];
    if (wanted && !(own !== undefined && wanted.includes(own)))
      return { fits: false, rule: 'audience', why: `it is for ${attribute} ${wanted.join(', ')}` };
  }
  if (guide.who?.language && !guide.who.language.some((tag) => speaks(facts.languages, tag)))
    return { fits: false, rule: 'language', why: `it is for ${guide.who.language.join(', ')}` };
  const settled = facts.settled[guideKey(guide)];
  if (guide.kind === 'tip' && settled && settled.dismissed >= dismissals)
    return { fits: false, rule: 'dismissed', why: 'you dismissed it twice' };
  return fits;
}

function speaks(languages: readonly string[], tag: string): boolean {
  const wanted = tag.toLowerCase();
  return languages.some((own) => own.toLowerCase() === wanted || own.toLowerCase().startsWith(`${wanted}-`));
}

/** The guides that fit, by priority and then as the packs order them. */
export function choose<G extends ShownGuide>(guides: readonly G[], facts: Facts): G[] {
  return guides.filter((guide) => judgeFit(guide, facts).fits).sort((a, b) => b.priority - a.priority);
}
