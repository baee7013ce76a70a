import { inArray } from 'drizzle-orm';
import type { erasures, expired } from '../../store/schema.ts';
import type { Store } from '../../store/store.ts';
import { entryMark } from './entry-mark.ts';

export interface InstallEntryIds {
  install: string;
  ids: readonly string[];
}

/**
 * Which of these ids of the install have left a mark: among `erasures` those that it has erased, which the hub never takes again,
 * among `expired` those that the hub has had for as long as it keeps them.
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
