import { desc, lt, sql } from 'drizzle-orm';
import type { NameTable } from '../../model/hub-api/name-table.ts';
import { nameSnapshots } from '../store/schema.ts';
import type { Store } from '../store/store.ts';
import { readCommonFingerprints } from './count-name-reports.ts';
import { isoDay, startOfWeek } from './week.ts';

/** An arbitrary number, the same in every hub on one store. */
const NAMES_LOCK_ID = 4_240_014;

/**
 * Computes this week's name table, unless it was computed before: it never changes within a week. Otherwise somebody who sends
 * the fingerprint of a name from made-up installs would see at once what one more person does. The previous table is deleted.
 */
export async function computeDueNameTable(store: Store, now: Date, installsPerPerson: number): Promise<void> {
  const week = startOfWeek(now);
  if (await isComputed(store, week)) return;
  await store.transaction(async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(${NAMES_LOCK_ID})`);
    if (await isComputed(tx, week)) return;
    const fingerprints = await readCommonFingerprints(tx, week, installsPerPerson);
    await tx.insert(nameSnapshots).values({ week: isoDay(week), fingerprints });
    await tx.delete(nameSnapshots).where(lt(nameSnapshots.week, isoDay(week)));
  });
}

export async function readNameTable(store: Store): Promise<NameTable | undefined> {
  const [newest] = await store.select().from(nameSnapshots).orderBy(desc(nameSnapshots.week)).limit(1);
  return newest;
}

/** A table of a later week counts too: the clock may have been set back. */
async function isComputed(store: Store, week: Date): Promise<boolean> {
  const newest = await store.select({ week: nameSnapshots.week }).from(nameSnapshots).orderBy(desc(nameSnapshots.week)).limit(1);
  return newest[0] !== undefined && newest[0].week >= isoDay(week);
}
