import { and, eq, gte, inArray, sql } from 'drizzle-orm';
import { entries } from '../../store/entries-schema.ts';
import { queryRows } from '../../store/query-rows.ts';
import { installs } from '../../store/schema.ts';
import type { Store } from '../../store/store.ts';
import { isEstablished } from '../established.ts';
import { peopleByKey } from '../people.ts';
import type { GuideHealth } from './judge-health.ts';

export interface HealthQuestion {
  pack: string;
  version: number;
  /** What arrived before is not counted. */
  since: Date;
  now: Date;
  installsPerPerson: number;
}

/**
 * How many people met each guide of a version, and how many of them missed its control or dismissed it. Only established installs count:
 * whoever has the enrolment token could stop any roll-out with made-up ones.
 */
export async function countGuideHealth(
  store: Store,
  { pack, version, since, now, installsPerPerson }: HealthQuestion,
): Promise<Map<string, GuideHealth>> {
  const about = (field: string) => sql.raw(`payload -> 'about' ->> '${field}'`);
  const established = store.select({ id: installs.id }).from(installs).where(isEstablished(now));
  const isCounted = and(eq(entries.kind, 'guide'), gte(entries.receivedAt, since), inArray(entries.install, established));
  const rows = await queryRows<{ guide: string; exposed: string; troubled: string | null }>(
    store,
    sql`
    with meetings as (
      select ${about('guide')} as key, ${entries.install} as install, bool_or(payload ->> 'what' in ('missing', 'dismissed')) as troubled
      from ${entries}
      where ${isCounted} and ${about('pack')} = ${pack} and ${about('version')} = ${String(version)}
      group by 1, 2
    ),
    exposed as (
      select meetings.key, meetings.install, ${installs.person}, meetings.troubled
      from meetings join ${installs} on ${installs.id} = meetings.install
    ),
    troubled as (select key, install, person from exposed where troubled)
    select whole.key as guide, whole.people as exposed, part.people as troubled
    from (${peopleByKey('exposed', installsPerPerson)}) as whole
    left join (${peopleByKey('troubled', installsPerPerson)}) as part on part.key = whole.key`,
  );
  return new Map(
    rows.map(({ guide, exposed, troubled }) => [guide, { exposed: Number(exposed), troubled: Number(troubled ?? 0) }]),
  );
}
