import { gunzipSync } from 'node:zlib';
import { sql } from 'drizzle-orm';
import { beforeEach, expect, test } from 'vitest';
import { answerFigures } from '../../../src/hub/store/answer-schema.ts';
import type { Share } from '../../../src/model/hub-api/answer-figures.ts';
import { type FigureTable, figureTable } from '../../../src/model/hub-api/figure-table.ts';
import { answered, ask, bearer, enrolled, established, type HubInTest, hubOn, send } from '../hub-in-test.ts';
import { onBothStores } from '../on-both-stores.ts';

const DAY_MS = 86_400_000;

onBothStores((store) => {
  let hub: HubInTest;
  beforeEach(async () => {
    await store().execute(
      sql`truncate entries, answer_figures, answer_weeks, answer_participants, answer_texts, installs, questions cascade`,
    );
    hub = hubOn(store(), { installsPerPerson: 1 });
    // A Monday.
    hub.clock.now = new Date('2026-11-02T12:00:00Z');
  });
  const later = (days: number) => {
    hub.clock.now = new Date(hub.clock.now.getTime() + days * DAY_MS);
  };
  const read = async (headers: Record<string, string> = {}) =>
    ask<FigureTable>(hub, 'GET /v1/figures', { headers: { ...bearer(await enrolled(hub)), ...headers } });
  const rate = async (people: number, guide = 'rated') => {
    const about = { pack: 'orders-basics', version: 1, guide };
    for (let nth = 0; nth < people; nth += 1) {
      const entry = { ...answered({ what: 'umux-lite', capabilities: 1 + (nth % 7), ease: 4 }), about };
      await send(hub, await established(hub), [{ ...entry, at: hub.clock.now.toISOString() }]);
    }
  };

  test('devices get nothing below five people, and then the figures of all apps with the week that they are of', async () => {
    await rate(4);
    later(7);
    expect((await read()).body).toEqual({ week: '2026-11-09', figures: [] });
    await rate(1);
    later(7);
    const { body } = await read();
    expect(body).toMatchObject({
      week: '2026-11-16',
      figures: [{ app: 'orders', guide: 'rated', people: 5, until: '2026-11-16' }],
    });
    expect(figureTable.parse(body)).toEqual(body);
  });

  test('the table is the same for everybody, changes once a week, and is not sent again until then', async () => {
    await rate(5);
    later(7);
    const [one, other] = [await read(), await read()];
    expect(one.body).toEqual(other.body);
    const etag = one.headers.get('etag') ?? '';
    await rate(6, 'another');
    later(6);
    expect((await read({ 'if-none-match': etag })).status).toBe(304);
    later(1);
    expect((await read({ 'if-none-match': etag })).body.figures).toHaveLength(2);
  });

  test('comments are in no answer to a device', async () => {
    const about = { pack: 'orders-basics', version: 1, guide: 'why' };
    for (let people = 0; people < 12; people += 1) {
      const entry = { ...answered({ what: 'words', words: 'Unmistakable' }), about, at: hub.clock.now.toISOString() };
      await send(hub, await established(hub), [entry]);
    }
    later(8);
    expect(JSON.stringify(await read())).not.toContain('Unmistakable');
    expect((await read()).body.figures).toEqual([]);
  });

  test('a table of 1,000 questions with 20 options each has less than 50 kB when it is compressed', async () => {
    const shares = (nth: number) =>
      Object.fromEntries(
        Array.from({ length: 20 }, (_, option): [string, Share] => [
          `option-${option}`,
          ((Math.imul(nth * 20 + option + 1, 2_654_435_761) >>> 8) % 19) * 5 + 5,
        ]),
      );
    const rows = Array.from({ length: 1000 }, (_, nth) => ({
      ...{
        app: `app-${nth % 7}`,
        pack: `pack-${nth % 90}`,
        guide: `question-${nth}`,
        what: 'choice' as const,
        week: '2026-10-26',
      },
      ...{ people: 27 + nth, figure: { what: 'choice' as const, shares: shares(nth) } },
    }));
    await store().insert(answerFigures).values(rows);
    const { body } = await read();
    expect(body.figures).toHaveLength(1000);
    const sent = await hub.app.request('/v1/figures', {
      headers: { ...bearer(await enrolled(hub)), 'accept-encoding': 'gzip, br' },
    });
    expect(sent.headers.get('content-encoding')).toBe('gzip');
    const compressed = Buffer.from(await sent.arrayBuffer());
    expect(compressed.length).toBeLessThan(50_000);
    expect(JSON.parse(gunzipSync(compressed).toString())).toEqual(body);
  });
});
