import { sql } from 'drizzle-orm';
import { queryRows } from '../store/query-rows.ts';
import type { Store } from '../store/store.ts';

/** The tables of the hub, partitions not counted, in an order in which no table refers to a later one. */
export async function listTables(store: Store): Promise<string[]> {
  const rows = await queryRows<{ table: string; refers: string[] }>(
    store,
    sql`
    select relname as table, array(
      select other.relname::text from pg_constraint join pg_class as other on other.oid = confrelid
      where contype = 'f' and conrelid = pg_class.oid and confrelid <> conrelid) as refers
    from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and not relispartition
    order by relname`,
  );
  const ordered: string[] = [];
  while (ordered.length < rows.length) {
    const next = rows.filter(({ table, refers }) => !ordered.includes(table) && refers.every((one) => ordered.includes(one)));
    if (next.length === 0) throw new Error('The tables refer to each other in a circle');
    ordered.push(...next.map(({ table }) => table));
  }
  return ordered;
}
