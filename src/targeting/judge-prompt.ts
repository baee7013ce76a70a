import { fits, refuse, type TargetedGuide, type TargetingVerdict } from './verdict.ts';

/** A prompt that was shown: which guide, when, and in which tab. */
export interface ShownPrompt {
  /** `pack/guide`. */
  guide: string;
  at: number;
  tab: number;
}

const DAY_MS = 24 * 60 * 60 * 1000;
const WEEK_MS = 7 * DAY_MS;
/** Prompts at most, over all guides of all apps. */
const MAX_PROMPTS = { day: 1, week: 2 };

/** A prompt is what Cairn shows unasked in a card or banner. A tip is none, nor is what the person opens themselves. */
export const isPrompt = ({ kind }: Pick<TargetedGuide, 'kind'>): boolean =>
  kind === 'notice' || kind === 'question' || kind === 'reply';

/**
 * May this prompt be shown to this person, after those that were? The first rule that says no decides:
 *
 * | rule | says no when                                             |
 * |------|----------------------------------------------------------|
 * | day  | another was shown in the last 24 hours, in whichever app |
 * | week | two were shown in the last seven days                    |
 *
 * A prompt that stays in its tab over page loads counts once. A notice about safety is never refused.
 */
export function judgePrompt(
  guide: TargetedGuide,
  { shown, tab, now }: { shown: readonly ShownPrompt[]; tab: number; now: number },
): TargetingVerdict {
  if (guide.safety) return fits;
  const key = `${guide.pack.id}/${guide.id}`;
  const shownWithin = (ms: number) => shown.filter(({ at }) => now - at < ms);
  if (shownWithin(DAY_MS).some((one) => one.guide === key && one.tab === tab)) return fits;
  if (shownWithin(DAY_MS).length >= MAX_PROMPTS.day) return refuse('day', String(MAX_PROMPTS.day));
  return shownWithin(WEEK_MS).length >= MAX_PROMPTS.week ? refuse('week', String(MAX_PROMPTS.week)) : fits;
}

/** The list of shown prompts with this one added, and without those older than a week. A notice about safety is not counted. */
export function addPrompt(
  guide: TargetedGuide,
  { shown, tab, now }: { shown: readonly ShownPrompt[]; tab: number; now: number },
): ShownPrompt[] {
  const key = `${guide.pack.id}/${guide.id}`;
  const recent = shown.filter(({ at }) => now - at < WEEK_MS);
  const isStillShown = recent.some((one) => one.guide === key && one.tab === tab && now - one.at < DAY_MS);
  return guide.safety || isStillShown ? recent : [...recent, { guide: key, at: now, tab }];
}
