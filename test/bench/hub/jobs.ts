import { sql } from 'drizzle-orm';
import { computeDueFigures } from '../../../src/hub/aggregates/compute-due-figures.ts';
import { computeDueNameTable } from '../../../src/hub/aggregates/compute-name-table.ts';
import type { Store } from '../../../src/hub/store/store.ts';

/** Milliseconds that the figures and names of a week take. Those of the week that were computed before are deleted first. */
export async function measureJobs(store: Store): Promise<number> {
  for (const table of ['answer_figures', 'answer_weeks', 'answer_participants', 'name_snapshots'])
    await store.execute(sql`delete from ${sql.identifier(table)}`);
  const now = new Date();
  const from = performance.now();
  await computeDueFigures(store, now, { installsPerPerson: 2, retentionDays: 30 });
  await computeDueNameTable(store, now, 2);
  return performance.now() - from;
}
