import type { SQL } from 'drizzle-orm';
import type { Store } from './store.ts';

/** The rows of a statement that is written in SQL. That they are of that type is the caller's word: Drizzle knows no columns of such a one. */
export async function queryRows<Row>(store: Store, statement: SQL): Promise<Row[]> {
  const answer = await store.execute(statement);
  return (answer as unknown as { rows: Row[] }).rows;
}
