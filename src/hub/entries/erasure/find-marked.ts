import { inArray } from 'drizzle-orm';
import type { erasures, expired } from '../../store/schema.ts';
import type { Store } from '../../store/store.ts';
import { entryMark } from './entry-mark.ts';

export interface InstallEntryIds {
  install: string;
  ids: readonly string[];
}

/**
 * The ids of an install that have a mark: in `erasures` those that it has erased, which the hub never accepts again; in `expired` those
 * that the hub deleted at the end of the retention.
 */
export async function findMarked(
  tx: Store,
  table: typeof erasures | typeof expired,
  { install, ids }: InstallEntryIds,
): Promise<Set<string>> {
  if (ids.length === 0) return new Set();
  const marks = new Map(ids.map((id) => [entryMark(install, id), id]));
  const found = await tx
    .select({ mark: table.mark })
    .from(table)
    .where(inArray(table.mark, [...marks.keys()]));
  return new Set(found.flatMap(({ mark }) => marks.get(mark) ?? []));
}
