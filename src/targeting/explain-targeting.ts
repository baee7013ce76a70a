import { judgeOpenedGuide } from './judge-opened-guide.ts';
import { judgePage, type TargetingPage } from './judge-page.ts';
import { judgePerson, type Person } from './judge-person.ts';
import { isOpenedByPerson, judgePreferences, type PromptPreferences } from './judge-preferences.ts';
import { isPrompt, judgePrompt, type ShownPrompt } from './judge-prompt.ts';
import { firstRefusal, type TargetedGuide, type TargetingVerdict } from './verdict.ts';

/** Everything that decides whether a guide is shown. */
export interface TargetingSituation {
  page: TargetingPage;
  person: Person;
  preferences: PromptPreferences;
  prompts: { shown: readonly ShownPrompt[]; tab: number; now: number };
  /** Every guide of the app: one may offer another. */
  guides: readonly TargetedGuide[];
}

/**
 * The first rule that refuses a guide, in the order page, person, the person's preferences, caps. A walkthrough and a checklist are opened
 * by the person, so preferences and caps do not concern them.
 */
export function explainTargeting(
  guide: TargetedGuide,
  { page, person, preferences, prompts, guides }: TargetingSituation,
): TargetingVerdict {
  const isFor = (one: TargetedGuide) => firstRefusal([() => judgePage(one, page), () => judgePerson(one, person)]);
  return firstRefusal([
    () => isFor(guide),
    () => judgeOpenedGuide(guide, guides, (offered) => isFor(offered).fits),
    ...(isOpenedByPerson(guide) ? [] : [() => judgePreferences(guide, preferences)]),
    ...(isPrompt(guide) ? [() => judgePrompt(guide, prompts)] : []),
  ]);
}
