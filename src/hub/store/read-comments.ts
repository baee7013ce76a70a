import { and, eq, inArray, lte, sql } from 'drizzle-orm';
import { MAX_COMMENT_CHARS_PER_ITEM, MAX_COMMENTS_PER_FEEDBACK } from '../../model/hub-api/limits.ts';
import { entries } from './entries-schema.ts';
import type { Store } from './store.ts';

/** The comments on an item as one text, and how to reach their author, as given last. */
export interface ItemComments {
  words?: string;
  contact?: string;
}

/** The released comments on items, by author mark: only the author of the feedback can make it, so nobody else's comments are among them. */
export async function readComments(
  store: Store,
  items: readonly { authorMark: string }[],
  now: Date,
): Promise<Map<string, ItemComments>> {
  if (items.length === 0) return new Map();
  const rows = await store
    .select({
      authorMark: entries.authorMark,
      words: sql<string>`${entries.payload} ->> 'words'`,
      contact: sql<string | null>`${entries.payload} ->> 'contact'`,
    })
    .from(entries)
    .where(
      and(
        eq(entries.kind, 'words'),
        inArray(
          entries.authorMark,
          items.map(({ authorMark }) => authorMark),
        ),
        lte(entries.releasedAt, now),
      ),
    )
    .orderBy(entries.seq);
  const byMark = Map.groupBy(rows, ({ authorMark }) => authorMark ?? '');
  return new Map([...byMark].map(([mark, comments]) => [mark, joinComments(comments.slice(0, MAX_COMMENTS_PER_FEEDBACK))]));
}

function joinComments(comments: readonly { words: string; contact: string | null }[]): ItemComments {
  const contact = comments.findLast((one) => one.contact !== null)?.contact;
  const words = comments.map((one) => one.words).join('\n\n');
  return { words: Array.from(words).slice(0, MAX_COMMENT_CHARS_PER_ITEM).join(''), ...(contact != null && { contact }) };
}
