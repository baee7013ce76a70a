import { inArray, lt, sql } from 'drizzle-orm';
import { MAX_TABLE_NAMES } from '../../model/hub-api/name-table.ts';
import { entries } from '../store/entries-schema.ts';
import { queryRows } from '../store/query-rows.ts';
import { installs } from '../store/schema.ts';
import type { Store } from '../store/store.ts';
import { isEstablished } from './established.ts';
import { peopleByKey } from './people.ts';

/** Fewest people who must have met a name before its fingerprint is published. */
export const MIN_PEOPLE_PER_NAME = 10;

/** Fingerprints of one install that count. A device sends at most 30 new ones a day and the hub keeps them for 30 days. */
const MAX_NAMES_PER_INSTALL = 1000;

/** The fingerprints that enough people sent before a moment, in alphabetical order; if there are too many, those of most people. */
export async function readCommonFingerprints(store: Store, before: Date, installsPerPerson: number): Promise<string[]> {
  const fingerprint = sql.raw(`payload -> 'control' ->> 'fingerprint'`);
  const established = store.select({ id: installs.id }).from(installs).where(isEstablished(before));
  const rows = await queryRows<{ fingerprint: string }>(
    store,
    sql`
    with reports as (
      select distinct ${entries.install} as install, ${fingerprint} as key
      from ${entries}
      where ${inArray(entries.install, established)} and ${lt(entries.receivedAt, before)} and ${fingerprint} is not null
    ),
    numbered as (select *, row_number() over (partition by install order by key) as nth from reports),
    counted as (
      select numbered.key, numbered.install, ${installs.person} from numbered join ${installs} on ${installs.id} = numbered.install
      where nth <= ${MAX_NAMES_PER_INSTALL}
    )
    select key as fingerprint from (${peopleByKey('counted', installsPerPerson)}) as by_key
    where people >= ${MIN_PEOPLE_PER_NAME}
    order by people desc, key
    limit ${MAX_TABLE_NAMES}`,
  );
  return rows.map((row) => row.fingerprint).sort();
}
