import { guideKey } from '../model/pack/guide-key.ts';
import type { GuideHistory } from '../model/person/guide-history.ts';
import { isOver } from '../model/person/is-over.ts';
import type { MuteState } from '../model/person/mute.ts';
import { fits, refuse, type TargetedGuide, type TargetingVerdict } from './verdict.ts';

/** What the person has asked for, and has done with guides so far. */
export interface PromptPreferences {
  mute: MuteState;
  /** By `pack/guide`. */
  guideHistories: Readonly<Record<string, GuideHistory>>;
  /** The app's id. */
  app: string;
  now: number;
}

const DAY_MS = 24 * 60 * 60 * 1000;
/** Milliseconds that a guide is not shown after it was dismissed. */
export const DISMISSAL_COOLDOWN_MS = 30 * DAY_MS;

/** Walkthroughs and checklists are opened by the person; all others are shown unasked. */
export const isOpenedByPerson = ({ kind }: Pick<TargetedGuide, 'kind'>): boolean =>
  kind === 'walkthrough' || kind === 'checklist';

/**
 * May a guide be shown to this person unasked? Not for guides that they open themselves. The first rule that says no decides:
 *
 * | rule        | says no when                                                                              |
 * |-------------|-------------------------------------------------------------------------------------------|
 * | muted       | tips are muted now; a notice about safety passes this rule and the next two                |
 * | muted-app   | tips are muted in this app                                                                 |
 * | muted-guide | this guide is muted                                                                        |
 * | dismissed   | it was dismissed for good: twice, or once in the case of a question or a reply             |
 * | over        | it was answered, followed or read                                                          |
 * | cooldown    | it was dismissed less than 30 days ago                                                     |
 */
export function judgePreferences(guide: TargetedGuide, { mute, guideHistories, app, now }: PromptPreferences): TargetingVerdict {
  const key = guideKey({ pack: guide.pack.id, guide: guide.id });
  if (!guide.safety) {
    if (mute.until !== null && mute.until > now) return refuse('muted');
    if (mute.apps.includes(app)) return refuse('muted-app');
    if (mute.guides.includes(key)) return refuse('muted-guide');
  }
  const own = guideHistories[key];
  if (isOver(guide.kind, own)) return refuse(own?.done ? 'over' : 'dismissed');
  if (own?.dismissedAt !== undefined && now - own.dismissedAt < DISMISSAL_COOLDOWN_MS)
    return refuse('cooldown', new Date(own.dismissedAt + DISMISSAL_COOLDOWN_MS).toISOString().slice(0, 10));
  return fits;
}
