import { and, eq, inArray } from 'drizzle-orm';
import { inboxItems } from '../store/inbox-schema.ts';
import type { Store } from '../store/store.ts';

/** An item that a person merged, with the item at the head of where it is. */
export interface MergedItem {
  id: string;
  revision: number;
  root: string;
}

/** What was merged into some items, and what was merged into that. */
export async function readMerged(store: Store, roots: readonly string[]): Promise<MergedItem[]> {
  const rootOf = new Map(roots.map((id) => [id, id]));
  const found: MergedItem[] = [];
  let layer: readonly string[] = roots;
  while (layer.length > 0) {
    const rows = await store
      .select({ id: inboxItems.item, revision: inboxItems.revision, into: inboxItems.mergedInto })
      .from(inboxItems)
      .where(and(eq(inboxItems.state, 'merged'), inArray(inboxItems.mergedInto, [...layer])));
    const fresh = rows.filter(({ id }) => !rootOf.has(id));
    for (const { id, revision, into } of fresh) {
      const root = rootOf.get(into ?? '') ?? id;
      rootOf.set(id, root);
      found.push({ id, revision, root });
    }
    layer = fresh.map(({ id }) => id);
  }
  return found;
}
