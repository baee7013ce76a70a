import { and, asc, eq } from 'drizzle-orm';
import { guideThanks } from '../../store/guide-figure-schema.ts';
import type { Store } from '../../store/store.ts';
import { helpedOf } from './helped-of.ts';

/** People whom a guide helped, as of the newest weekly snapshot; null below the smallest number that may be told. */
export async function readHelped(store: Store, { pack, guide }: { pack: string; guide: string }): Promise<number | null> {
  const rows = await store
    .select({ week: guideThanks.week, people: guideThanks.people })
    .from(guideThanks)
    .where(and(eq(guideThanks.pack, pack), eq(guideThanks.guide, guide)))
    .orderBy(asc(guideThanks.week));
  return helpedOf(rows);
}
