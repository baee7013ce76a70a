import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openMemory } from '../../../src/hub/store/open-folder.ts';
import type { OpenStore } from '../../../src/hub/store/store.ts';
import { rowsOf } from '../hub-in-test.ts';
import { DISTRIBUTED } from './distributed.ts';

let opened: OpenStore;
beforeAll(async () => {
  opened = await openMemory();
}, 120_000);
afterAll(() => opened.close());

test.each(Object.entries(DISTRIBUTED))(
  '%s can be distributed by %s: no row lacks it, and every unique key has it',
  async (table, column) => {
    const [found] = await rowsOf<{ required: boolean }>(
      opened.store,
      sql`select attnotnull as required from pg_attribute where attrelid = ${table}::regclass and attname = ${column}`,
    );
    expect(found?.required).toBe(true);
    const keys = await rowsOf<{ key: string; columns: string[] }>(
      opened.store,
      sql`select indexrelid::regclass::text as key, array(
        select attname::text from pg_attribute where attrelid = indrelid and attnum = any(indkey)) as columns
      from pg_index where indrelid = ${table}::regclass and indisunique`,
    );
    expect(keys.length).toBeGreaterThan(0);
    for (const { key, columns } of keys) expect([key, columns.includes(column)]).toEqual([key, true]);
  },
);

test('no distributed table refers to another table, or is referred to', async () => {
  const references = await rowsOf<{ from: string; to: string }>(
    opened.store,
    sql`select conrelid::regclass::text as from, confrelid::regclass::text as to from pg_constraint where contype = 'f'`,
  );
  const isDistributed = (name: string) => name in DISTRIBUTED || name.startsWith('entries_2');
  expect(references.filter(({ from, to }) => isDistributed(from) || isDistributed(to))).toEqual([]);
});

test('docs/run/scale.md lists each distributed table with its column', () => {
  const page = readFileSync(join(import.meta.dirname, '../../../docs/run/scale.md'), 'utf8');
  for (const [table, column] of Object.entries(DISTRIBUTED))
    expect(page).toMatch(new RegExp(`\\| \`${table}\` \\| \`${column}\` \\|`));
});
