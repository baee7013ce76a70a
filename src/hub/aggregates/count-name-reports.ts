import { type SQL, sql } from 'drizzle-orm';
import { MAX_TABLE_NAMES } from '../../model/hub-api/name-table.ts';
import { entries, installs } from '../store/schema.ts';
import type { Store } from '../store/store.ts';

/** Fewest people who must have met a name before its fingerprint is published. */
export const MIN_PEOPLE_PER_NAME = 10;

/** Installs that count as one person. */
const INSTALLS_PER_PERSON = 2;

/** Only installs that enrolled this many days before, and that sent something on this many days, count. */
const MIN_INSTALL_DAYS = 7;
const MIN_ACTIVE_DAYS = 2;

/** Fingerprints of one install that count. A device sends at most 30 new ones a day and the hub keeps them for 30 days. */
const MAX_NAMES_PER_INSTALL = 1000;

/** The fingerprints that enough people sent before a moment, in alphabetical order; if there are too many, those of most people. */
export async function readCommonFingerprints(store: Store, before: Date): Promise<string[]> {
  const fingerprint = sql.raw(`payload -> 'control' ->> 'fingerprint'`);
  const answer = await store.execute(sql`
    with reports as (
      select distinct install, ${fingerprint} as fingerprint
      from ${entries}
      where install in (${eligibleInstalls(before)}) and received_at < ${before.toISOString()}::timestamptz and ${fingerprint} is not null
    ),
    numbered as (select *, row_number() over (partition by install order by fingerprint) as nth from reports)
    select fingerprint from numbered
    where nth <= ${MAX_NAMES_PER_INSTALL}
    group by fingerprint
    having count(*) >= ${MIN_PEOPLE_PER_NAME * INSTALLS_PER_PERSON}
    order by count(*) desc, fingerprint
    limit ${MAX_TABLE_NAMES}`);
  const { rows } = answer as unknown as { rows: { fingerprint: string }[] };
  return rows.map((row) => row.fingerprint).sort();
}

function eligibleInstalls(before: Date): SQL {
  const moment = sql`${before.toISOString()}::timestamptz`;
  return sql`
    select ${installs.id} from ${installs}
    where ${installs.enrolledAt} <= ${moment} - make_interval(days => ${MIN_INSTALL_DAYS})
      and (
        select count(distinct date_trunc('day', activity.received_at, 'UTC')) from ${entries} as activity
        where activity.install = ${installs.id} and activity.received_at < ${moment}
      ) >= ${MIN_ACTIVE_DAYS}`;
}
