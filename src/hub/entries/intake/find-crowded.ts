import { MAX_COMMENTS_PER_FEEDBACK } from '../../../model/hub-api/limits.ts';
import type { EntryRow } from '../entry-row.ts';

/**
 * Ids of the new comments that come after the last one that their feedback may have.
 *
 * @param stored the comments that the same feedback has
 */
export function findCrowded(stored: readonly { authorMark: string }[], rows: readonly EntryRow[]): Set<string> {
  const counts = new Map<string, number>();
  const countOf = (mark: string) => (counts.get(mark) ?? 0) + 1;
  for (const { authorMark } of stored) counts.set(authorMark, countOf(authorMark));
  const crowded = new Set<string>();
  for (const { id, kind, authorMark } of rows) {
    if (kind !== 'words' || !authorMark) continue;
    counts.set(authorMark, countOf(authorMark));
    if (counts.get(authorMark)! > MAX_COMMENTS_PER_FEEDBACK) crowded.add(id);
  }
  return crowded;
}
