import { type SQL, sql } from 'drizzle-orm';
import { isNewActivity, recordActivity } from '../../aggregates/record-activity.ts';
import { queryRows } from '../../store/query-rows.ts';
import type { Store } from '../../store/store.ts';
import type { BatchRow } from '../entry-row.ts';
import type { UsageOfDay } from './count-usage.ts';
import { type AnswerJudgement, admitQuestions, noteAnswered } from './judge-answers.ts';
import type { KnownEntries } from './read-known.ts';

export interface WritableBatch {
  usage: UsageOfDay;
  /** What the rows were judged by. */
  known: KnownEntries;
  rows: readonly BatchRow[];
  answers: AnswerJudgement;
}

/**
 * Stores a batch in one statement. Returns false, and stores nothing, if anything of the install was stored or erased since `known` was
 * read: the row of the install in `daily_usage` then has another revision. The statement holds that row until it is committed, so
 * batches of one install follow each other, also when they come to several hubs, and an erasure excludes them.
 */
export async function writeBatch(store: Store, batch: WritableBatch): Promise<boolean> {
  const parts = [holdInstall(batch), readRows(batch.rows), insertEntries, ...insertItems(batch.rows), ...noteActivity(batch)];
  parts.push(...admitQuestions(batch.answers, batch.usage), ...noteAnswered(batch.answers, batch.usage));
  const statement = sql`with ${sql.join(parts, sql`, `)} select count(*)::int as held from held`;
  const [row] = await queryRows<{ held: number }>(store, statement);
  return row?.held === 1;
}

/** Every other part selects from `held`, and so does nothing if the revision is another one. */
function holdInstall({ usage: { install, day, entries, bytes }, known }: WritableBatch): SQL {
  return sql`held as (
    insert into daily_usage as usage (install, revision, day, entries, bytes)
    values (${install}::uuid, gen_random_uuid(), ${day}::date, ${entries}::int, ${bytes}::bigint)
    on conflict (install) do update
      set revision = excluded.revision, day = excluded.day, entries = excluded.entries, bytes = excluded.bytes
      where usage.revision = ${known.revision}::uuid
    returning install)`;
}

/** The rows as one parameter. Comments are numbered in the order in which they were sent. */
function readRows(rows: readonly BatchRow[]): SQL {
  const sent = rows.map(({ item, ...row }, nth) => {
    const { authorMark: itemMark, releasedAt: itemReleasedAt, deskId, choice, state, day } = item ?? {};
    return { ...row, nth, itemMark, itemReleasedAt, deskId, choice, state, day };
  });
  return sql`sent as materialized (
    select held.install as holder, entry.* from held, json_to_recordset(${JSON.stringify(sent)}::json) as entry (
      nth int, id uuid, kind text, app text, route text, "authorMark" text, "releasedAt" timestamptz, payload jsonb,
      "deviceAt" timestamptz, "sentAt" timestamptz, at timestamptz, "receivedAt" timestamptz,
      "itemMark" text, "itemReleasedAt" timestamptz, "deskId" uuid, choice text, state text, day date))`;
}

const insertEntries = sql`stored as (
  insert into entries (install, id, kind, app, route, author_mark, released_at, payload, device_at, sent_at, at, received_at)
  select holder, id, kind, app, route, "authorMark", "releasedAt", payload, "deviceAt", "sentAt", at, "receivedAt"
  from sent order by nth)`;

function insertItems(rows: readonly BatchRow[]): SQL[] {
  if (!rows.some(({ item }) => item)) return [];
  return [
    sql`items as (
      insert into backlog_items (author_mark, entry, desk_id, app, route, choice, payload, state, day, released_at)
      select "itemMark", id, "deskId", app, route, choice, payload, state, day, "itemReleasedAt" from sent where "itemMark" is not null)`,
  ];
}

function noteActivity({ rows, known, usage: { day } }: WritableBatch): SQL[] {
  const isActive = rows.some(({ kind }) => kind !== 'answer') && isNewActivity(known, day);
  return isActive ? [sql`active as (${recordActivity(day)})`] : [];
}
