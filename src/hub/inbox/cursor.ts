import { z } from 'zod';
import { pageCursor } from '../http/page-cursor.ts';

const place = z.strictObject({ day: z.iso.date(), id: z.uuid() });

/**
 * A place in the inbox. The list is read in windows of days, and each window is put in order by itself: `from` and `to` are the ends of
 * the window, and `after` is the last row before the place within it.
 */
const cursor = z.strictObject({
  from: place.nullable(),
  to: place.nullable(),
  after: z.strictObject({ score: z.number(), id: z.uuid() }).nullable(),
});
export type InboxCursor = z.infer<typeof cursor>;

/** A cursor in a query. */
export const inboxCursor = pageCursor(cursor, 600);
