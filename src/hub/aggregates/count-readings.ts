import { and, countDistinct, gt, gte, sum } from 'drizzle-orm';
import type { Readings } from '../../model/hub-api/intake.ts';
import { accessLog } from '../store/account-schema.ts';
import type { Store } from '../store/store.ts';

const DAYS = 30;

/** How long a total counts. However many installs send, the store is asked this often. */
const TOTALS_TTL_MS = 300_000;

/**
 * How often what people wrote was read at the desk in the last 30 days, and by how many people. It counts staff who read and not those
 * who wrote, so no least number of people applies.
 */
export async function countReadings(store: Store, now: Date): Promise<Readings> {
  const since = new Date(now.getTime() - DAYS * 86_400_000);
  const [row] = await store
    .select({ times: sum(accessLog.readings), people: countDistinct(accessLog.account) })
    .from(accessLog)
    .where(and(gte(accessLog.hour, since), gt(accessLog.readings, 0)));
  return { times: Number(row?.times ?? 0), people: row?.people ?? 0 };
}

/** The totals, asked of the store once in `TOTALS_TTL_MS`. */
export function createReadingTotals({ store, now }: { store: Store; now: () => Date }): () => Promise<Readings> {
  let last: { at: number; totals: Promise<Readings> } | undefined;
  return () => {
    const at = now().getTime();
    if (!last || Math.abs(at - last.at) >= TOTALS_TTL_MS) {
      const totals = countReadings(store, now());
      last = { at, totals };
      // A failure is not the answer to those who ask later.
      totals.catch(() => {
        last = undefined;
      });
    }
    return last.totals;
  };
}
