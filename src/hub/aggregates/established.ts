import { and, lt, lte, type SQL } from 'drizzle-orm';
import { installs } from '../store/schema.ts';
import { isoDay } from './week.ts';

/** Age from which an install counts. */
const MIN_AGE_DAYS = 7;

const DAY_MS = 86_400_000;

/**
 * Condition on `installs`: it may count in a figure of what arrived before a moment. It enrolled for the first time at least seven days
 * earlier, and has sent something other than answers on two different days before that moment. Whoever has the enrolment token can
 * enrol any number of installs; those of this week count in no figure, nor do those that do nothing but answer.
 */
export const isEstablished = (before: Date): SQL | undefined =>
  and(
    lte(installs.firstEnrolledAt, new Date(before.getTime() - MIN_AGE_DAYS * DAY_MS)),
    lt(installs.activeAgainOn, isoDay(before)),
  );
