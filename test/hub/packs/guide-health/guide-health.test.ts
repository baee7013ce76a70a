import { randomUUID } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { beforeEach, expect, test } from 'vitest';
import { computeDueFigures } from '../../../../src/hub/aggregates/compute-due-figures.ts';
import type { DraftDetail } from '../../../../src/model/hub-api/drafts.ts';
import type { GuideHealthList } from '../../../../src/model/hub-api/guide-health.ts';
import {
  ask,
  enrolled,
  established,
  type HubInTest,
  hubOn,
  personHash,
  rowsOf,
  send,
  shown,
  signedIn,
} from '../../hub-in-test.ts';
import { onBothStores } from '../../on-both-stores.ts';
import { packOf } from '../../packs-in-test.ts';
import { anActiveKey, publishContent, publishingAt } from '../publishing-in-test.ts';

const WEEK_MS = 7 * 86_400_000;

onBothStores((store) => {
  let hub: HubInTest;
  let pack: string;
  let people: number;
  let author: { cookie: string };
  beforeEach(async () => {
    hub = hubOn(store());
    await store().execute(sql`delete from answer_weeks`);
    pack = `pack-${randomUUID().slice(0, 8)}`;
    people = 0;
    author = await signedIn(hub, 'Author', 'author');
    await publish(1);
  });

  const steps = ['open', 'save'].map((id) => ({ id, title: `Step ${id}`, body: 'Do it.' }));
  const guides = [{ kind: 'walkthrough', id: 'first', title: 'First order', steps }];
  async function publish(version: number): Promise<void> {
    const publishing = await publishingAt(hub);
    await anActiveKey(publishing);
    const content = { ...packOf({ id: pack, version }), guides };
    await publishContent(publishing, content);
  }

  const met = (
    what: string,
    { step, route = '/orders', version = 1 }: { step?: string; route?: string; version?: number } = {},
  ) => shown({ what, route, about: { pack, version, guide: 'first', ...(step && { step }) }, at: hub.clock.now.toISOString() });
  interface Meeting {
    misses?: boolean;
    /** It is found, but with less confidence than recorded. */
    isWeak?: boolean;
    route?: string;
    version?: number;
  }
  /** So many further people meet the guide, and perhaps miss the control of its second step, or have it found weakly. */
  async function meet(count: number, { misses = false, isWeak = false, ...where }: Meeting = {}): Promise<void> {
    const troubles = [...(misses ? ['missing'] : []), ...(isWeak ? ['weak'] : [])];
    for (let nth = 0; nth < count; nth += 1) {
      people += 1;
      const secret = await established(hub, { person: personHash(`${pack} ${people}`) });
      await send(hub, secret, [met('shown', where), ...troubles.map((what) => met(what, { ...where, step: 'save' }))]);
    }
  }
  /** An install whose person is not known. */
  async function meetUnknown(misses: boolean): Promise<void> {
    const secret = await established(hub);
    await send(hub, secret, [met('shown'), ...(misses ? [met('missing', { step: 'save' })] : [])]);
  }
  async function nextWeek() {
    hub.clock.now = new Date(hub.clock.now.getTime() + WEEK_MS);
    await computeDueFigures(store(), hub.clock.now, { installsPerPerson: 2, retentionDays: 30 });
    author = await signedIn(hub, 'Author', 'author');
    const { body } = await ask<GuideHealthList>(hub, 'GET /desk/api/guide-health', { headers: author });
    return body.steps.filter((one) => one.pack === pack);
  }

  test('a control that many people miss is listed by step with a share in words, and no count of people', async () => {
    await meet(20);
    await meet(20, { misses: true });
    const listed = await nextWeek();
    expect(listed).toMatchObject([
      { guide: 'first', step: 'save', guideTitle: 'First order', stepTitle: 'Step save', app: 'orders', version: 1, routes: [] },
    ]);
    expect(listed[0]!.share).toBeTypeOf('number');
    const rows = await rowsOf<{ row: string }>(
      store(),
      sql`select to_jsonb(g)::text as row from guide_health g where pack = ${pack}`,
    );
    expect(rows).toHaveLength(1);
    expect(JSON.parse(rows[0]!.row).health).toEqual({
      ...{ steps: { open: 'few', save: listed[0]!.share }, weak: { open: 'few', save: 'few' }, routes: [] },
    });
  });

  test('a control that is found weakly is listed apart from what is missed, by the same rules, and its repair says so', async () => {
    await meet(20);
    await meet(20, { isWeak: true });
    const listed = await nextWeek();
    expect(listed).toMatchObject([{ guide: 'first', step: 'save', what: 'weak', stepTitle: 'Step save', version: 1 }]);
    expect(listed[0]!.share).toBeTypeOf('number');
    const { body } = await ask<DraftDetail>(hub, 'POST /desk/api/guide-health/repair', {
      ...{ body: { pack, guide: 'first', step: 'save', what: 'weak' }, headers: author },
    });
    expect(body.comment).toMatch(/The control of the step "save" of the guide "first" is found, but less surely/);
  });

  test('a control that some miss and others find weakly is listed twice, what is missed first', async () => {
    await meet(20);
    await meet(20, { misses: true });
    await meet(40, { isWeak: true });
    expect((await nextWeek()).map(({ what }) => what)).toEqual(['missing', 'weak']);
  });

  test('of too few people for whom a control was weak nothing is told, neither alone nor by page', async () => {
    await meet(40, { route: '/new' });
    await meet(5, { isWeak: true, route: '/new' });
    await meet(40, { route: '/old' });
    expect(await nextWeek()).toEqual([]);
    const [row] = await rowsOf<{ row: string }>(
      store(),
      sql`select (health -> 'weak')::text as row from guide_health where pack = ${pack}`,
    );
    expect(['few', 'withheld']).toContain(JSON.parse(row!.row).save);
  });

  test('people whose figures of what is missing would tell too much wait, whatever could be told of weakness', async () => {
    for (const misses of [false, true]) for (let nth = 0; nth < 15; nth += 1) await meetUnknown(misses);
    expect(await nextWeek()).toEqual([]);
    expect(await rowsOf(store(), sql`select 1 from guide_health where pack = ${pack}`)).toEqual([]);
  });

  test('a guide that works is not listed, and of too few people nothing is known', async () => {
    await meet(40);
    expect(await nextWeek()).toEqual([]);
    pack = `pack-${randomUUID().slice(0, 8)}`;
    await publish(1);
    await meet(13);
    await meet(13, { misses: true });
    expect(await nextWeek()).toEqual([]);
    const rows = await rowsOf(store(), sql`select 1 from guide_health where pack = ${pack}`);
    expect(rows).toEqual([]);
  });

  test('where many people began at several places, the share is told for each', async () => {
    await meet(60, { misses: true, route: '/new' });
    await meet(20, { route: '/new' });
    await meet(20, { misses: true, route: '/old' });
    await meet(60, { route: '/old' });
    const [listed] = await nextWeek();
    expect(listed!.routes.map(({ route }) => route)).toEqual(['/new', '/old']);
    const [atNew, atOld] = listed!.routes.map(({ share }) => Number(share));
    expect(atNew).toBeGreaterThan(atOld!);
  });

  test('it says since when, and each version is told by itself; a version that repairs it ends the list', async () => {
    await meet(20);
    await meet(20, { misses: true });
    const [first] = await nextWeek();
    await meet(20);
    await meet(20, { misses: true });
    const [second] = await nextWeek();
    expect(second).toMatchObject({ since: first!.week });
    expect(second!.week > first!.week).toBe(true);
    await publish(2);
    await meet(40, { version: 2 });
    expect(await nextWeek()).toEqual([]);
  });

  test('people whom a figure has counted are in no later one of the version, and made-up installs in none', async () => {
    await meet(20);
    await meet(20, { misses: true });
    await nextWeek();
    await meet(10, { misses: true });
    for (let nth = 0; nth < 30; nth += 1) await send(hub, await enrolled(hub), [met('missing', { step: 'save' })]);
    await nextWeek();
    expect(await rowsOf(store(), sql`select 1 from guide_health where pack = ${pack}`)).toHaveLength(1);
  });

  test('a repair is a draft of what is published, unchanged, that says what to do; it is reviewed as any other', async () => {
    const repair = (guide: string) =>
      ask<DraftDetail>(hub, 'POST /desk/api/guide-health/repair', { body: { pack, guide, step: 'save' }, headers: author });
    expect((await repair('gone')).status).toBe(404);
    const { status, body } = await repair('first');
    expect([status, body.comment]).toEqual([201, expect.stringContaining('the step "save" of the guide "first"')]);
    const { body: draft } = await ask<DraftDetail>(hub, `GET /desk/api/drafts/${body.id}`, { headers: author });
    expect(draft).toMatchObject({ state: 'draft', version: 2, mayApprove: false, changes: [] });
  });
});
