import { sql } from 'drizzle-orm';
import { createEntryWeek, entryWeekOf } from '../../../src/hub/store/entry-weeks.ts';
import type { Store } from '../../../src/hub/store/store.ts';

const CHUNK = 50_000;
const DAYS = 28;
const INSTALLS = 2000;

/** Fills a store up to a number of entries of four weeks: of twenty three are feedback, one is a comment, two are answers. */
export async function fillTo(store: Store, total: number, now = new Date()): Promise<void> {
  for (let day = 0; day <= DAYS; day += 7) await createEntryWeek(store, daysBefore(now, day));
  await store.execute(sql`
    insert into installs (id, secret_hash, enrolled_by, enrolled_at, first_enrolled_at, active_on, active_again_on)
    select gen_random_uuid(), 'filler-' || nth, 'bench', ${daysBefore(now, 40).toISOString()}::timestamptz,
      ${daysBefore(now, 40).toISOString()}::timestamptz, ${isoDay(daysBefore(now, 30))}::date, ${isoDay(daysBefore(now, 29))}::date
    from generate_series(1, ${INSTALLS}) as nth on conflict do nothing`);
  const answer = await store.execute(sql`select count(*)::int as held from entries`);
  const held = (answer as unknown as { rows: { held: number }[] }).rows[0]?.held ?? 0;
  for (let from = held; from < total; from += CHUNK) await fillChunk(store, Math.min(CHUNK, total - from), now);
  await store.execute(sql`vacuum analyze entries, backlog_items, installs`);
}

const daysBefore = (now: Date, days: number): Date => new Date(now.getTime() - days * 86_400_000);
const isoDay = (moment: Date): string => moment.toISOString().slice(0, 10);

/** Rows as intake makes them. The feedback has a mark that no install can make, so nobody can comment on it. */
async function fillChunk(store: Store, count: number, now: Date): Promise<void> {
  const latest = Math.min(now.getTime(), entryWeekOf(now).until.getTime()) - 2 * 3_600_000;
  await store.execute(sql`
    with senders as (select array_agg(id) as ids from installs where secret_hash like 'filler-%'),
    made as (
      select gen_random_uuid() as id, gen_random_uuid() as mark, senders.ids[1 + (random() * (array_length(senders.ids, 1) - 1))::int] as install,
        nth, ${new Date(latest).toISOString()}::timestamptz - random() * interval '${sql.raw(String(DAYS - 1))} days' as at,
        case when nth % 20 < 3 then 'feedback' when nth % 20 < 4 then 'words' when nth % 20 < 6 then 'answer'
          when nth % 20 < 11 then 'guide' else 'friction' end as kind,
        (array['orders','crm','hr','stock'])[1 + nth % 4] as app
      from generate_series(1, ${count}) as nth, senders),
    stored as (
      insert into entries (id, install, kind, app, route, author_mark, released_at, payload, device_at, sent_at, at, received_at)
      select id, install, kind, app, '/orders/:id/lines/:line', case when kind = 'words' then mark::text end,
        case when kind = 'words' then at end,
        case kind
          when 'words' then '{"words": "I could not find where the date is changed."}'::jsonb
          when 'answer' then jsonb_build_object('about', jsonb_build_object('pack', 'survey-' || nth % 5, 'version', 1, 'guide', 'q'),
            'answer', jsonb_build_object('what', 'umux-lite', 'capabilities', 1 + nth % 7, 'ease', 1 + nth % 5))
          else '{"signal": "slow-response", "control": {"role": "button", "name": "Search"}, "count": 3, "ms": 2500}'::jsonb end,
        at, at, at, at
      from made)
    insert into backlog_items (author_mark, entry, desk_id, app, route, choice, payload, state, day, released_at)
    select mark::text, id, gen_random_uuid(), app, '/orders/:id/lines/:line', 'confused',
      '{"control": {"role": "button", "name": "Save the order"}}'::jsonb, 'new', at::date, at
    from made where kind = 'feedback'`);
}
