import { inArray } from 'drizzle-orm';
import { erasures } from '../store/schema.ts';
import type { Store } from '../store/store.ts';
import { markOf } from './mark-of.ts';

/** Which of these ids the install has erased: the hub takes none of them again. */
export async function erasedAmong(within: Store, install: string, ids: readonly string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set();
  const marks = new Map(ids.map((id) => [markOf(install, id), id]));
  const found = await within
    .select({ mark: erasures.mark })
    .from(erasures)
    .where(inArray(erasures.mark, [...marks.keys()]));
  return new Set(found.flatMap(({ mark }) => marks.get(mark) ?? []));
}
