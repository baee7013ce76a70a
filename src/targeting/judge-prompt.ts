import { fits, type Judged, refuse, type Verdict } from './verdict.ts';

/** A prompt that was shown: which guide, when, and in which tab. */
export interface Prompted {
  /** `pack/guide`. */
  guide: string;
  at: number;
  tab: number;
}

const day = 24 * 60 * 60 * 1000;
const week = 7 * day;
/** Over all guides of all apps. */
const most = { day: 1, week: 2 };

/** A prompt is what Cairn shows unasked and big. A beacon is none, nor is what the person opens themselves. */
export const isPrompt = ({ kind }: Pick<Judged, 'kind'>): boolean => kind === 'notice' || kind === 'question' || kind === 'reply';

/**
 * May this prompt be shown to this person, after those that were? The first rule that says no decides:
 *
 * | rule | says no when                                             |
 * |------|----------------------------------------------------------|
 * | day  | another was shown in the last 24 hours, in whichever app |
 * | week | two were shown in the last seven days                    |
 *
 * One that goes on standing in its own tab, over page loads, is still the same one. A notice about safety is never held back.
 */
export function judgePrompt(
  guide: Judged,
  { shown, tab, now }: { shown: readonly Prompted[]; tab: number; now: number },
): Verdict {
  if (guide.safety) return fits;
  const key = `${guide.pack.id}/${guide.id}`;
  const within = (ms: number) => shown.filter(({ at }) => now - at < ms);
  if (within(day).some((one) => one.guide === key && one.tab === tab)) return fits;
  if (within(day).length >= most.day) return refuse('day', String(most.day));
  return within(week).length >= most.week ? refuse('week', String(most.week)) : fits;
}

/** The record after a prompt was shown: what is older than a week says nothing any more. One about safety counts for nothing. */
export function addPrompt(
  guide: Judged,
  { shown, tab, now }: { shown: readonly Prompted[]; tab: number; now: number },
): Prompted[] {
  const key = `${guide.pack.id}/${guide.id}`;
  const recent = shown.filter(({ at }) => now - at < week);
  const standing = recent.some((one) => one.guide === key && one.tab === tab && now - one.at < day);
  return guide.safety || standing ? recent : [...recent, { guide: key, at: now, tab }];
}
