import { inArray, sql } from 'drizzle-orm';
import { entries } from '../../store/entries-schema.ts';
import { queryRows } from '../../store/query-rows.ts';
import { installs, packs } from '../../store/schema.ts';
import type { Store } from '../../store/store.ts';
import { isEstablished } from '../established.ts';
import type { Contributor } from '../people.ts';

/**
 * Somebody who met a guide: where they began, the steps whose controls they missed, and those whose controls were found with less confidence
 * than recorded. The guide's own control has the empty id.
 */
export interface Meeting extends Contributor {
  route: string;
  missing: string[];
  weak: string[];
}

/** A version of a guide that was published here, and who met it. */
export interface MetGuide {
  pack: string;
  guide: string;
  version: number;
  /** Ids of its steps as published; the empty one for a guide without steps. */
  steps: string[];
  people: Meeting[];
}

type MeetingRow = Meeting & { pack: string; guide: string; version: string };

/** Who met each version of each guide before a moment. Only established installs count, and only what was published here. */
export async function readMeetings(store: Store, before: Date): Promise<MetGuide[]> {
  const about = (field: string) => sql.raw(`payload -> 'about' ->> '${field}'`);
  const stepsWith = (what: 'missing' | 'weak') =>
    sql`coalesce(array_agg(distinct coalesce(${about('step')}, '')) filter (where payload ->> 'what' = ${what}), '{}')`;
  const established = store.select({ id: installs.id }).from(installs).where(isEstablished(before));
  const rows = await queryRows<MeetingRow>(
    store,
    sql`
    select ${about('pack')} as pack, ${about('guide')} as guide, ${about('version')} as version,
      ${entries.install} as install, ${installs.person} as person, (array_agg(${entries.route} order by ${entries.seq}))[1] as route,
      ${stepsWith('missing')} as missing, ${stepsWith('weak')} as weak
    from ${entries} join ${installs} on ${installs.id} = ${entries.install}
    where ${entries.kind} = 'guide' and ${entries.receivedAt} < ${before.toISOString()}::timestamptz
      and ${inArray(entries.install, established)}
    group by 1, 2, 3, 4, 5`,
  );
  const byGuide = Map.groupBy(rows, ({ pack, guide, version }) => JSON.stringify([pack, guide, version]));
  const stepsOf = await readSteps(store, [...new Set(rows.map(({ pack }) => pack))]);
  return [...byGuide.values()].flatMap((own) => {
    const { pack, guide, version } = own[0]!;
    const steps = stepsOf({ pack, guide, version: Number(version) });
    const people = own.map(({ install, person, route, missing, weak }) => ({ install, person, route, missing, weak }));
    return steps ? { pack, guide, version: Number(version), steps, people } : [];
  });
}

/** The steps of guides as published; undefined for what was not. */
async function readSteps(store: Store, ids: readonly string[]) {
  const published =
    ids.length === 0
      ? []
      : await store
          .select({ id: packs.id, version: packs.version, titles: packs.titles })
          .from(packs)
          .where(inArray(packs.id, [...ids]));
  const titlesOf = new Map(published.map(({ id, version, titles }) => [`${id} ${version}`, titles]));
  return ({ pack, guide, version }: { pack: string; guide: string; version: number }): string[] | undefined => {
    const titles = titlesOf.get(`${pack} ${version}`);
    if (!titles || !Object.hasOwn(titles, guide)) return undefined;
    const steps = Object.keys(titles[guide]!.steps);
    return steps.length > 0 ? steps : [''];
  };
}
