import { guideKey } from '../model/pack/guide-key.ts';
import type { GuideHistory } from '../model/person/guide-history.ts';
import { isOver } from '../model/person/is-over.ts';
import type { MuteState } from '../model/person/mute.ts';
import { fits, refuse, type TargetedGuide, type TargetingVerdict } from './verdict.ts';

/** What the person has said to being shown things. */
export interface PromptPreferences {
  quiet: MuteState;
  /** By `pack/guide`. */
  settled: Readonly<Record<string, GuideHistory>>;
  /** The app's id. */
  app: string;
  now: number;
}

const DAY_MS = 24 * 60 * 60 * 1000;
/** So long, in milliseconds, is a guide silent after a dismissal. */
export const DISMISSAL_COOLDOWN_MS = 30 * DAY_MS;

/** Walkthroughs and checklists are opened by the person; all else comes unasked. */
export const isOpenedByPerson = ({ kind }: Pick<TargetedGuide, 'kind'>): boolean =>
  kind === 'walkthrough' || kind === 'checklist';

/**
 * May a guide be shown to this person unasked? What they open themselves is never asked here. The first rule that says no decides:
 *
 * | rule        | says no when                                                                              |
 * |-------------|-------------------------------------------------------------------------------------------|
 * | quiet       | the person wants quiet now; a notice about safety is shown all the same, by all three      |
 * | quiet-app   | they want quiet in this app                                                                |
 * | quiet-guide | they want quiet from this guide                                                            |
 * | dismissed   | they dismissed it for good: twice, and once is enough for a question or a reply            |
 * | over        | it was answered, followed or read, and says nothing twice                                  |
 * | rest        | they dismissed it less than 30 days ago                                                    |
 */
export function judgePreferences(guide: TargetedGuide, { quiet, settled, app, now }: PromptPreferences): TargetingVerdict {
  const key = guideKey({ pack: guide.pack.id, guide: guide.id });
  if (!guide.safety) {
    if (quiet.until !== null && quiet.until > now) return refuse('quiet');
    if (quiet.apps.includes(app)) return refuse('quiet-app');
    if (quiet.guides.includes(key)) return refuse('quiet-guide');
  }
  const own = settled[key];
  if (isOver(guide.kind, own)) return refuse(own?.done ? 'over' : 'dismissed');
  if (own?.dismissedAt !== undefined && now - own.dismissedAt < DISMISSAL_COOLDOWN_MS)
    return refuse('rest', new Date(own.dismissedAt + DISMISSAL_COOLDOWN_MS).toISOString().slice(0, 10));
  return fits;
}
