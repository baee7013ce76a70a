import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openPostgres } from '../../../../src/hub/store/open-postgres.ts';
import type { OpenStore } from '../../../../src/hub/store/store.ts';
import { createDatabase } from '../../../run/shared-postgres.ts';
import { answered, enrolled, feedback, type HubInTest, hubOn, send, shown, wordsFor } from '../../hub-in-test.ts';
import { silent } from '../../silent-log.ts';
import { statementsOf } from '../../statements.ts';

let database: string;
let opened: OpenStore;
let hub: HubInTest;
let secret: string;
beforeAll(async () => {
  database = await createDatabase();
  opened = await openPostgres(database, silent);
  hub = hubOn(opened.store);
  secret = await enrolled(hub);
  await send(hub, secret, [shown()]);
});
afterAll(() => opened.close());

const ofEveryKind = () => {
  const first = feedback();
  return [first, wordsFor(first.id, 'A comment.'), shown(), answered({ what: 'words', words: 'Fewer clicks.' })];
};

test.each([
  ['of shown guides', 3, () => [shown(), shown()]],
  ['of 500 entries', 3, () => Array.from({ length: 500 }, (_, nth) => (nth % 2 ? shown() : feedback()))],
  ['with an answer', 4, () => [answered({ what: 'choice', option: 'a' }), shown()]],
  ['of every kind', 4, ofEveryKind],
])('a batch %s takes at most %i statements, and one that is sent again fewer', async (_, most, entries) => {
  const batch = entries();
  const first = await statementsOf(async () => expect((await send(hub, secret, batch)).status).toBe(200));
  expect(first.map(({ text }) => text)).toHaveLength(most);
  const again = await statementsOf(async () => expect((await send(hub, secret, batch)).status).toBe(200));
  expect(again).toHaveLength(2);
});

test('what is known of a batch is looked up by indexes, also on a store that has no statistics yet', async () => {
  for (let sent = 0; sent < 8; sent += 1)
    await send(
      hub,
      await enrolled(hub),
      Array.from({ length: 400 }, (_, nth) => (nth % 2 ? shown() : feedback())),
    );
  const batch = Array.from({ length: 200 }, () => shown());
  const sent = await statementsOf(() => send(hub, secret, batch));
  const { text, values } = sent.find((one) => /^select\s+\(select jsonb_build_object\('revision'/.test(one.text))!;
  const client = new pg.Client({ connectionString: database });
  await client.connect();
  const { rows } = await client.query<{ 'QUERY PLAN': string }>(`explain ${text}`, values);
  await client.end();
  const plan = rows.map((row) => row['QUERY PLAN']).join('\n');
  expect(plan).toMatch(/Index (Only )?Scan/);
  expect(plan).not.toMatch(/Seq Scan on (entries|backlog_items)/);
});
