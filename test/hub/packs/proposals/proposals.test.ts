import { randomUUID } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { beforeEach, expect, test } from 'vitest';
import { PROPOSAL_RATE } from '../../../../src/hub/packs/proposals/own-proposals-routes.ts';
import { MAX_OPEN_PROPOSALS, MAX_PROPOSAL_BYTES } from '../../../../src/model/hub-api/proposals.ts';
import { ask, bearer, enrolled, type HubInTest, hubOn, rowsOf } from '../../hub-in-test.ts';
import { onBothStores } from '../../on-both-stores.ts';
import { proposalsAt, proposed } from './proposals-in-test.ts';

onBothStores((store) => {
  let hub: HubInTest;
  let at: ReturnType<typeof proposalsAt>;
  let mine: string;
  beforeEach(async () => {
    hub = hubOn(store());
    at = proposalsAt(hub);
    mine = await enrolled(hub);
  });

  test('a proposal is stored once, however often it is sent, and only its install sees it', async () => {
    const id = randomUUID();
    const first = await at.propose(mine, proposed(), id);
    expect([first.status, first.body]).toEqual([201, { id, state: 'waiting', comment: null, guide: null, helped: null }]);
    const again = await Promise.all([1, 2, 3].map(() => at.propose(mine, proposed(), id.toUpperCase())));
    expect(again.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(await at.own(mine)).toEqual([first.body]);
    const other = await enrolled(hub);
    expect(await at.own(other)).toEqual([]);
    expect((await ask(hub, `GET /v1/proposals/${id}`, { headers: bearer(other) })).status).toBe(404);
    const kept = await ask(hub, `GET /v1/proposals/${id}`, { headers: bearer(mine) });
    expect(kept.body).toMatchObject({ id, state: 'waiting', day: '2026-11-22', proposal: proposed() });
  });

  test('other content replaces what waits, and the store does not name the install', async () => {
    const id = randomUUID();
    await at.propose(mine, proposed(), id);
    await at.propose(mine, proposed({ note: 'Better so.' }), id);
    const [row] = await rowsOf<{ row: string }>(store(), sql`select to_jsonb(p)::text as row from proposals p where id = ${id}`);
    expect(row!.row).toContain('Better so.');
    expect(JSON.parse(row!.row)).toMatchObject({ revision: 2, state: 'waiting' });
    const installs = await rowsOf<{ id: string }>(store(), sql`select id from installs`);
    for (const one of installs) expect(row!.row).not.toContain(one.id);
  });

  test('the same id of two installs is two proposals, and neither can end that of the other', async () => {
    const [id, other] = [randomUUID(), await enrolled(hub)];
    await at.propose(mine, proposed(), id);
    await at.propose(other, proposed({ note: 'Another.' }), id);
    expect((await at.withdraw(other, id)).body.was).toBe('undecided');
    expect((await at.own(mine)).map(({ state }) => state)).toEqual(['waiting']);
  });

  test.each([
    ['a notice', { guide: { kind: 'notice', id: 'n', title: 'N', body: 'N' } }, 'guide.kind: must be "walkthrough" or "tip"'],
    ['no steps', { guide: { ...proposed().guide, steps: [] } }, 'guide.steps'],
    [
      'an unknown field of a step',
      { guide: { ...proposed().guide, steps: [{ id: 'a', title: 'A', body: 'A', bdoy: 'A' }] } },
      'guide.steps[0]',
    ],
    ['an id that is no slug', { guide: { ...proposed().guide, id: 'My Way' } }, 'guide.id'],
    ['a picture of no step', { pictures: { other: { width: 10, height: 10, boxes: [] } } }, 'pictures.other'],
    ['a reference to no guide', { guide: { ...proposed().guide, after: [{ guide: 'gone' }] } }, 'guide.after[0]'],
    ['U+0000', { note: 'a\0b' }, 'note'],
  ])('a proposal with %s is refused with its path and what to do', async (_, more, path) => {
    const { status, body } = await at.propose(mine, proposed(more));
    expect([status, body.type]).toEqual([422, 'urn:cairn:problem:faulty-proposal']);
    expect(body.detail).toContain(path);
    expect(await at.own(mine)).toEqual([]);
  });

  test('a proposal that is too large is refused with the part that has most of it', async () => {
    const guide = { ...proposed().guide, where: [`/${'a'.repeat(MAX_PROPOSAL_BYTES)}`] };
    const { status, body } = await at.propose(mine, proposed({ guide }));
    expect([status, body.type]).toEqual([413, 'urn:cairn:problem:too-large']);
    expect(body.detail).toMatch(/^guide: has \d+ bytes/);
    expect(body.remedy).toContain('Divide the guide');
  });

  test('undecided proposals of an install are limited, and so is how often it sends', async () => {
    for (let nth = 0; nth < MAX_OPEN_PROPOSALS; nth += 1) expect((await at.propose(mine)).status).toBe(201);
    expect(await at.propose(mine)).toMatchObject({ status: 409, body: { type: 'urn:cairn:problem:too-many-open' } });
    for (let nth = MAX_OPEN_PROPOSALS + 1; nth < PROPOSAL_RATE.capacity; nth += 1) await at.propose(mine);
    const { status, headers } = await at.propose(mine);
    expect([status, headers.get('retry-after')]).toEqual([429, '1']);
  });

  test('a withdrawn proposal is gone, and is refused if it arrives again', async () => {
    const id = randomUUID();
    await at.propose(mine, proposed(), id);
    expect((await at.withdraw(mine, id)).body).toEqual({ id, was: 'undecided' });
    expect((await at.withdraw(mine, id)).body).toEqual({ id, was: 'withdrawn' });
    expect((await at.propose(mine, proposed(), id)).body.type).toBe('urn:cairn:problem:withdrawn');
    const rows = await rowsOf<{ content: string | null }>(store(), sql`select content from proposals where id = ${id}`);
    expect(rows).toEqual([{ content: null }]);
    const never = randomUUID();
    expect((await at.withdraw(mine, never)).body).toEqual({ id: never, was: 'unknown' });
    expect((await at.propose(mine, proposed(), never)).status).toBe(409);
  });

  test('the erasure of its id erases a proposal, and the receipt says so', async () => {
    const id = randomUUID();
    await at.propose(mine, proposed(), id);
    const erase = () => ask(hub, `DELETE /v1/entries/${id}`, { headers: bearer(mine) });
    expect((await erase()).body).toMatchObject({ id, erased: true });
    expect((await erase()).body).toMatchObject({ id, erased: true });
    expect((await at.own(mine)).map(({ state }) => state)).toEqual(['withdrawn']);
    expect((await at.propose(mine, proposed(), id)).status).toBe(409);
  });
});
