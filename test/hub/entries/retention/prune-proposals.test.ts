import { randomUUID } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { beforeEach, expect, test } from 'vitest';
import { pruneProposals } from '../../../../src/hub/entries/retention/prune-proposals.ts';
import { enrolled, type HubInTest, hubOn, rowsOf, signedIn } from '../../hub-in-test.ts';
import { onBothStores } from '../../on-both-stores.ts';
import { proposalsAt, proposed, publishTaken } from '../../packs/proposals/proposals-in-test.ts';
import { anActiveKey, publishingAt } from '../../packs/publishing-in-test.ts';

const DAY_MS = 86_400_000;

onBothStores((store) => {
  let hub: HubInTest;
  let at: ReturnType<typeof proposalsAt>;
  let mine: string;
  let author: { cookie: string };
  beforeEach(async () => {
    hub = hubOn(store());
    at = proposalsAt(hub);
    await store().execute(sql`delete from proposals`);
    [mine, author] = [await enrolled(hub), await signedIn(hub, 'Author', 'author')];
  });

  async function pruneAfter(days: number): Promise<void> {
    const now = new Date(hub.clock.now.getTime() + days * DAY_MS);
    await pruneProposals(store(), { now, before: new Date(now.getTime() - 30 * DAY_MS) });
  }
  /** What is stored of each proposal, by its app. */
  async function stored(): Promise<Record<string, string[] | null>> {
    const rows = await rowsOf<{ app: string; content: string | null }>(store(), sql`select app, content from proposals`);
    return Object.fromEntries(
      rows.map(({ app, content }) => [app, content === null ? null : Object.keys(JSON.parse(content)).sort()]),
    );
  }
  async function propose(app: string) {
    const { body } = await at.propose(mine, proposed({ app }));
    const listed = (await at.listed(author)).proposals.find((one) => one.app === app)!;
    return { ...listed, own: body.id };
  }
  const whole = ['app', 'credit', 'guide', 'language', 'note'];

  test('what waits stays; what was declined goes after the retention, what was returned after 90 days', async () => {
    await propose('waits');
    await at.decide(author, await propose('declined'), 'decline', { comment: 'No.' });
    await at.decide(author, await propose('returned'), 'return', { comment: 'Later.' });
    await pruneAfter(29);
    expect(await stored()).toEqual({ waits: whole, declined: whole, returned: whole });
    await pruneAfter(32);
    expect(await stored()).toEqual({ waits: whole, returned: whole });
    await pruneAfter(92);
    expect(await stored()).toEqual({ waits: whole });
  });

  test('of a published one the note goes after the retention, and its owner still sees that it is live', async () => {
    const publishing = await publishingAt(hub);
    await anActiveKey(publishing);
    const pack = `pack-${randomUUID().slice(0, 8)}`;
    const { body } = await at.decide(author, await propose('published'), 'take', { pack });
    await at.decide(author, await propose('drafted'), 'take', { pack: `${pack}-2` });
    await publishTaken(publishing, body.draft!, { author });
    await pruneAfter(32);
    expect(await stored()).toEqual({ published: whole.filter((field) => field !== 'note'), drafted: whole });
    expect((await at.own(mine)).map(({ state }) => state).sort()).toEqual(['live', 'taken']);
  });

  test('that one was withdrawn is forgotten after the retention, unless its guide is still to be taken out', async () => {
    const publishing = await publishingAt(hub);
    await anActiveKey(publishing);
    const published = await propose('published');
    const { body } = await at.decide(author, published, 'take', { pack: `pack-${randomUUID().slice(0, 8)}` });
    await publishTaken(publishing, body.draft!, { author });
    const waiting = await propose('waiting');
    for (const { own } of [published, waiting]) await at.withdraw(mine, own);
    expect(await stored()).toEqual({ published: null, waiting: null });
    await pruneAfter(32);
    expect(await stored()).toEqual({ published: null });
    const [notice] = (await at.listed(author)).withdrawals;
    await publishTaken(publishing, notice!.draft, { author });
    await pruneAfter(32);
    expect(await stored()).toEqual({});
  });
});
