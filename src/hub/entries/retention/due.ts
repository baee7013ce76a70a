import type { Entry } from '../../../model/entry/entry.ts';

const DAY_MS = 86_400_000;

/** No admin may keep raw entries longer. */
export const MAX_RETENTION_DAYS = 30;

/** Nor shorter, for figures are made once a week. */
export const MIN_RETENTION_DAYS = 7;

const midnightMs = (now: Date): number => Math.floor(now.getTime() / DAY_MS) * DAY_MS;

/**
 * Raw entries that arrived before this moment are due. Days are those of UTC, and the day of arrival is the first: so what is
 * looked for right after each midnight is never older than `days` times 24 hours.
 */
export const retentionCutoff = (now: Date, days: number): Date => new Date(midnightMs(now) - (days - 1) * DAY_MS);

/** When to look next: nothing comes due before. */
export const nextMidnight = (now: Date): Date => new Date(midnightMs(now) + DAY_MS);

/**
 * What becomes of a raw entry that is due, and how one that is sent again later is known.
 *
 * | kind                  | becomes                                             | sent again, known by       |
 * |-----------------------|-----------------------------------------------------|----------------------------|
 * | feedback              | its backlog item: no install, days instead of times | its id, which the item has |
 * | words, answer         | deleted; a mark of install and id stays             | the mark                   |
 * | guide, friction, task | deleted                                             | its age                    |
 *
 * So what a person said is taken however late it comes for the first time, and never twice. Of the rest there is too much to keep a
 * mark of each, and what comes later than it would have been kept is not stored at all.
 */
export const leavesMark = (kind: Entry['kind']): boolean => kind === 'words' || kind === 'answer';

/** Does it come later than it would have been kept? */
export const isTooLate = ({ kind, at }: { kind: Entry['kind']; at: Date }, before: Date): boolean =>
  (kind === 'guide' || kind === 'friction' || kind === 'task') && at < before;
