import { afterAll, beforeAll, expect, test } from 'vitest';
import { openPostgres } from '../../../../src/hub/store/open-postgres.ts';
import type { OpenStore } from '../../../../src/hub/store/store.ts';
import { createDatabase } from '../../../run/shared-postgres.ts';
import { answered, enrolled, feedback, type HubInTest, hubOn, send, shown, wordsFor } from '../../hub-in-test.ts';
import { silent } from '../../silent-log.ts';
import { statementsOf } from '../../statements.ts';

let opened: OpenStore;
let hub: HubInTest;
let secret: string;
beforeAll(async () => {
  opened = await openPostgres(await createDatabase(), silent);
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
