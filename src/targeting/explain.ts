import { judgeAnnounced } from './judge-announced.ts';
import { judgeHere, type Page } from './judge-here.ts';
import { judgePerson, type Person } from './judge-person.ts';
import { isPrompt, judgePrompt, type Prompted } from './judge-prompt.ts';
import { isOpened, judgeUnasked, type Wishes } from './judge-unasked.ts';
import { firstRefusal, type Judged, type Verdict } from './verdict.ts';

/** Everything that is known when it is asked why a guide is, or is not, shown. */
export interface Situation {
  page: Page;
  person: Person;
  wishes: Wishes;
  prompts: { shown: readonly Prompted[]; tab: number; now: number };
  /** Every guide of the app: one may announce another. */
  guides: readonly Judged[];
}

/**
 * The rule that decides over a guide, in the order in which it is judged: here, this person, unasked, the caps. A walkthrough and a
 * checklist are opened by the person, so what they said to being shown things unasked does not concern them.
 */
export function explain(guide: Judged, { page, person, wishes, prompts, guides }: Situation): Verdict {
  const isFor = (one: Judged) => firstRefusal([() => judgeHere(one, page), () => judgePerson(one, person)]);
  return firstRefusal([
    () => isFor(guide),
    () => judgeAnnounced(guide, guides, (announced) => isFor(announced).fits),
    ...(isOpened(guide) ? [] : [() => judgeUnasked(guide, wishes)]),
    ...(isPrompt(guide) ? [() => judgePrompt(guide, prompts)] : []),
  ]);
}
