import type { entries } from '../store/entries-schema.ts';
import type { backlogItems } from '../store/schema.ts';

/** An entry as it is stored. */
export type EntryRow = typeof entries.$inferInsert;

/** What the backlog item of feedback has beyond its entry. */
type BacklogFields = Pick<typeof backlogItems.$inferInsert, 'authorMark' | 'deskId' | 'choice' | 'state' | 'day' | 'releasedAt'>;

/** An entry to be stored. */
export interface BatchRow extends EntryRow {
  /** Of feedback: the backlog item that it becomes. */
  item?: BacklogFields;
  /** Of comments: the id of their feedback. */
  of?: string;
}
