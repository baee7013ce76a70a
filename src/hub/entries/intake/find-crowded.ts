import { and, eq, inArray } from 'drizzle-orm';
import { MAX_COMMENTS_PER_FEEDBACK } from '../../../model/hub-api/limits.ts';
import { entries } from '../../store/schema.ts';
import type { Store } from '../../store/store.ts';
import type { EntryRow } from '../entry-row.ts';

/** Ids of the comments that come after the last one that their feedback may have. Comments that are stored already are none of them. */
export async function findCrowded(tx: Store, install: string, rows: readonly EntryRow[]): Promise<Set<string>> {
  const comments = rows.filter((row) => row.kind === 'words' && row.of);
  if (comments.length === 0) return new Set();
  const stored = await tx
    .select({ id: entries.id, of: entries.of })
    .from(entries)
    .where(
      and(
        eq(entries.kind, 'words'),
        eq(entries.install, install),
        inArray(entries.of, [...new Set(comments.flatMap(({ of }) => of ?? []))]),
      ),
    );
  const storedIds = new Set(stored.map(({ id }) => id));
  const counts = new Map<string, number>();
  const countOf = (of: string) => (counts.get(of) ?? 0) + 1;
  for (const { of } of stored) if (of) counts.set(of, countOf(of));
  const crowded = new Set<string>();
  for (const { id, of } of comments) {
    if (!of || storedIds.has(id)) continue;
    counts.set(of, countOf(of));
    if (counts.get(of)! > MAX_COMMENTS_PER_FEEDBACK) crowded.add(id);
  }
  return crowded;
}
