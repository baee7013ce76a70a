import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openPostgres } from '../../../src/hub/store/open-postgres.ts';
import type { OpenStore } from '../../../src/hub/store/store.ts';
import { fillTo } from '../../bench/hub/fill.ts';
import { createDatabase } from '../../run/shared-postgres.ts';
import { backlog, enrolled, feedback, type HubInTest, hubOn, send, signedIn, wordsFor } from '../hub-in-test.ts';
import { silent } from '../silent-log.ts';
import { type SentStatement, statementsOf } from '../statements.ts';

let database: string;
let opened: OpenStore;
let hub: HubInTest;
beforeAll(async () => {
  database = await createDatabase();
  opened = await openPostgres(database, silent);
  hub = hubOn(opened.store);
  await fillTo(opened.store, 20_000, hub.clock.now);
}, 60_000);
afterAll(() => opened.close());

interface Plan {
  'Node Type': string;
  'Relation Name'?: string;
  'Actual Rows': number;
  'Actual Loops': number;
  'Rows Removed by Filter'?: number;
  Plans?: Plan[];
}

/** Rows that a statement reads of tables, those that it throws away included. */
async function rowsRead({ text, values }: SentStatement): Promise<number> {
  const client = new pg.Client({ connectionString: database });
  await client.connect();
  try {
    const { rows } = await client.query(`explain (analyze, format json) ${text}`, values as unknown[]);
    return readBy(rows[0]['QUERY PLAN'][0].Plan);
  } finally {
    await client.end();
  }
}

function readBy(plan: Plan): number {
  const own = plan['Relation Name'] ? (plan['Actual Rows'] + (plan['Rows Removed by Filter'] ?? 0)) * plan['Actual Loops'] : 0;
  return (plan.Plans ?? []).reduce((sum, inner) => sum + readBy(inner), own);
}

test('a poll reads what is new, and nothing of the thousands of items and entries that are old', async () => {
  const [secret, cookie] = [await enrolled(hub), await signedIn(hub)];
  const old = feedback({ at: hub.clock.now.toISOString() });
  await send(hub, secret, [old]);
  hub.clock.now = new Date(hub.clock.now.getTime() + 60_000);
  const after = hub.clock.now.toISOString();
  hub.clock.now = new Date(hub.clock.now.getTime() + 60_000);
  const one = feedback({ at: hub.clock.now.toISOString() });
  await send(hub, secret, [one, wordsFor(one.id, 'New.'), wordsFor(old.id, 'Later.')]);
  const poll = () => backlog(hub, cookie, `?after=${after}`);
  expect((await poll()).items).toHaveLength(2);
  const statements = (await statementsOf(poll)).filter(({ text }) => /^select/i.test(text));
  expect(statements.length).toBeGreaterThan(2);
  const read = await Promise.all(statements.map(rowsRead));
  expect(read.reduce((sum, one) => sum + one, 0)).toBeLessThan(40);
});

test('a poll when nothing is new reads next to nothing', async () => {
  const cookie = await signedIn(hub);
  hub.clock.now = new Date(hub.clock.now.getTime() + 600_000);
  const statements = await statementsOf(() => backlog(hub, cookie, `?after=${hub.clock.now.toISOString()}`));
  const read = await Promise.all(statements.filter(({ text }) => /^select/i.test(text)).map(rowsRead));
  expect(read.reduce((sum, one) => sum + one, 0)).toBeLessThan(5);
});
