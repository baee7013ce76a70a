import type { Entry } from '../../../model/entry/entry.ts';

const DAY_MS = 86_400_000;

/** Longest retention of raw entries that an admin may set. */
export const MAX_RETENTION_DAYS = 30;

/** Shortest retention: figures are computed once a week. */
export const MIN_RETENTION_DAYS = 7;

const midnightMs = (now: Date): number => Math.floor(now.getTime() / DAY_MS) * DAY_MS;

/**
 * Raw entries that arrived before this moment are due. Days are UTC days and the day of arrival counts as the first, so what is pruned
 * right after each midnight is never older than `days` times 24 hours.
 */
export const retentionCutoff = (now: Date, days: number): Date => new Date(midnightMs(now) - (days - 1) * DAY_MS);

/** The next moment at which entries become due. */
export const nextMidnight = (now: Date): Date => new Date(midnightMs(now) + DAY_MS);

/**
 * What happens to a raw entry that is due, and how a later copy of it is recognised.
 *
 * | kind                  | happens                                           | a copy is recognised by |
 * |-----------------------|---------------------------------------------------|-------------------------|
 * | feedback              | deleted; its backlog item, without install, stays | the item's author mark  |
 * | words, answer         | deleted; a mark of install and id remains         | the mark                |
 * | guide, friction, task | deleted                                           | its age                 |
 *
 * So what a person wrote is accepted once, however late it arrives. The other kinds are too numerous for a mark each; if they arrive after
 * their retention, they are not stored.
 */
export const MARKED_KINDS = ['words', 'answer'] as const satisfies Entry['kind'][];

export const leavesMark = (kind: Entry['kind']): boolean => (MARKED_KINDS as readonly string[]).includes(kind);

/** True for an entry that arrives after its retention and is recognised by its age. */
export const isTooLate = ({ kind, at }: { kind: Entry['kind']; at: Date }, before: Date): boolean =>
  (kind === 'guide' || kind === 'friction' || kind === 'task') && at < before;
