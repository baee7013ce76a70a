import { sql } from 'drizzle-orm';
import type { Store } from '../../../src/hub/store/store.ts';

/**
 * What the store itself takes: rows of the same size, in batches of the same size, into a table with the columns and indexes of the
 * entries, by the same driver. Nothing is validated, compared or counted. Returns rows per second.
 */
export async function insertDirectly(store: Store, load: { batches: number; size: number; writers: number }): Promise<number> {
  await store.execute(sql`create table if not exists direct (like entries including defaults including indexes)`);
  const texts = Array.from({ length: load.batches }, () =>
    JSON.stringify(Array.from({ length: load.size }, (_, nth) => rowAt(nth))),
  );
  let next = 0;
  const insertAll = async () => {
    for (let nth = next++; nth < texts.length; nth = next++) await insertBatch(store, texts[nth]!);
  };
  const from = performance.now();
  await Promise.all(Array.from({ length: load.writers }, insertAll));
  const seconds = (performance.now() - from) / 1000;
  await store.execute(sql`drop table direct`);
  return (load.batches * load.size) / seconds;
}

const insertBatch = (store: Store, rows: string) =>
  store.execute(sql`
    insert into direct (id, install, kind, app, route, payload, device_at, sent_at, at, received_at)
    select id, install, kind, app, route, payload, at, at, at, at from json_to_recordset(${rows}::json)
      as row (id uuid, install uuid, kind text, app text, route text, payload jsonb, at timestamptz)`);

function rowAt(nth: number) {
  const payload = { signal: 'slow-response', control: { role: 'button', name: 'Search' }, count: 3, ms: 2500 };
  const common = { app: 'orders', route: '/orders/:id/lines/:line', payload, at: new Date().toISOString() };
  return { id: crypto.randomUUID(), install: crypto.randomUUID(), kind: nth % 5 === 0 ? 'guide' : 'friction', ...common };
}
