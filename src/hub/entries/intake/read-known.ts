import { sql } from 'drizzle-orm';
import { entryMark } from '../../store/entry-mark.ts';
import { queryRows } from '../../store/query-rows.ts';
import type { Store } from '../../store/store.ts';
import { textArray } from '../../store/text-array.ts';
import type { BatchRow } from '../entry-row.ts';
import { leavesMark } from '../retention/due.ts';
import type { Usage } from './count-usage.ts';

/** What the store holds that decides about the rows of a batch, as of one moment. */
export interface KnownEntries {
  /** Changes with all that is stored or erased of the install; null if nothing was today. */
  revision: string | null;
  /** What the install has sent today. */
  usage: { entries: number; bytes: number };
  /** The first two days on which the install sent anything but answers. */
  activeOn: string | null;
  activeAgainOn: string | null;
  /** Ids that are stored for this install, or as a backlog item, which names none. */
  storedIds: Set<string>;
  /** Ids of entries of other installs. */
  foreignIds: Set<string>;
  erasedIds: Set<string>;
  expiredIds: Set<string>;
  /** The comments that are stored to the same feedback, by its author mark. */
  comments: { id: string; authorMark: string }[];
}

interface KnownRow {
  usage: { revision: string; day: string; entries: number; bytes: number } | null;
  activity: { activeOn: string | null; activeAgainOn: string | null } | null;
  stored: { id: string; install: string }[] | null;
  items: string[] | null;
  erased: string[] | null;
  expired: string[] | null;
  comments: { id: string; authorMark: string }[] | null;
}

/**
 * Reads all of it in one statement, so that it is of one moment: what is pruned meanwhile is found either as an entry or as a mark. Each id
 * is looked up by itself (`offset 0` keeps the planner from joining): without statistics, as on a new store, `= any` reads whole tables.
 */
export async function readKnown(store: Store, { install, now }: Usage, rows: readonly BatchRow[]): Promise<KnownEntries> {
  const idsByMark = new Map(rows.flatMap(({ id, of }) => (of ? [id, of] : [id])).map((id) => [entryMark(install, id), id]));
  const expiring = rows.filter(({ kind }) => leavesMark(kind)).map(({ id }) => entryMark(install, id));
  const feedbackMarks = rows.flatMap(({ kind, authorMark }) => (kind === 'words' && authorMark ? [authorMark] : []));
  const ids = textArray(rows.map(({ id }) => id));
  const [found] = await queryRows<KnownRow>(
    store,
    sql`select
    (select jsonb_build_object('revision', revision, 'day', day, 'entries', entries, 'bytes', bytes)
      from daily_usage where install = ${install}) as usage,
    (select jsonb_build_object('activeOn', active_on, 'activeAgainOn', active_again_on)
      from installs where id = ${install}) as activity,
    (select jsonb_agg(jsonb_build_object('id', found.id, 'install', found.install)) from unnest(${ids}::uuid[]) as sent (id),
      lateral (select id, install from entries where entries.id = sent.id offset 0) as found) as stored,
    (select jsonb_agg(found.entry) from unnest(${ids}::uuid[]) as sent (id),
      lateral (select entry from backlog_items where backlog_items.entry = sent.id offset 0) as found) as items,
    (select jsonb_agg(mark) from erasures where mark = any(${textArray([...idsByMark.keys()])}::text[])) as erased,
    (select jsonb_agg(mark) from expired where mark = any(${textArray(expiring)}::text[])) as expired,
    (select jsonb_agg(jsonb_build_object('id', id, 'authorMark', author_mark)) from entries
      where kind = 'words' and author_mark = any(${textArray(feedbackMarks)}::text[])) as comments`,
  );
  if (!found) throw new Error('A statement without a table returned no row');
  const idsOf = (ids: ReadonlyMap<string, string>, marks: string[] | null) =>
    (marks ?? []).flatMap((mark) => ids.get(mark) ?? []);
  const stored = found.stored ?? [];
  const isOwn = (one: { install: string }) => one.install === install;
  const isToday = found.usage?.day === now.toISOString().slice(0, 10);
  return {
    revision: found.usage?.revision ?? null,
    usage: found.usage && isToday ? { entries: found.usage.entries, bytes: found.usage.bytes } : { entries: 0, bytes: 0 },
    activeOn: found.activity?.activeOn ?? null,
    activeAgainOn: found.activity?.activeAgainOn ?? null,
    storedIds: new Set([...stored.filter(isOwn).map(({ id }) => id), ...(found.items ?? [])]),
    foreignIds: new Set(stored.filter((one) => !isOwn(one)).map(({ id }) => id)),
    erasedIds: new Set(idsOf(idsByMark, found.erased)),
    expiredIds: new Set(idsOf(idsByMark, found.expired)),
    comments: found.comments ?? [],
  };
}
