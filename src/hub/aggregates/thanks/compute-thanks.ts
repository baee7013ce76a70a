import { and, eq, lt, sql } from 'drizzle-orm';
import { entries } from '../../store/entries-schema.ts';
import { guideThanks } from '../../store/guide-figure-schema.ts';
import { installs } from '../../store/schema.ts';
import type { Store } from '../../store/store.ts';
import { isEstablished } from '../established.ts';
import { presentWeek, publishWeek } from '../gateway/publish-week.ts';
import { findNewcomers, noteParticipants } from '../participants.ts';
import { type Contributor, countPeople } from '../people.ts';
import { isoDay } from '../week.ts';

/** Fewest people who must have finished a guide before anybody is told, and the step in which the number grows. */
const MIN_HELPED = 10;

interface Finishers {
  pack: string;
  guide: string;
  people: Contributor[];
}

/**
 * Adds to the number of people whom each guide helped those who finished it and are in no number of it yet. Fewer than `MIN_HELPED` wait
 * for others; what is added is a multiple of it. So a number grows by ten people at least, once a week, and nobody can tell who they are.
 */
export async function computeThanks(
  store: Store,
  { week, installsPerPerson }: { week: Date; installsPerPerson: number },
): Promise<void> {
  for (const { pack, guide, people } of await readFinishers(store, week)) {
    // Whoever makes guides up costs nothing.
    if (people.length < MIN_HELPED) continue;
    const key = `thanks/${pack}/${guide}`;
    const newcomers = await findNewcomers(store, key, people);
    const helped = helpedAmong(newcomers, { key, week: isoDay(week), installsPerPerson });
    if (helped === 0) continue;
    await noteParticipants(store, { question: key, week }, newcomers);
    await store
      .insert(guideThanks)
      .values({ pack, guide, week: isoDay(week), people: helped })
      .onConflictDoNothing();
  }
}

/** The number of people that may be told of, in steps; 0 if the gateway lets nothing through. */
function helpedAmong(
  people: readonly Contributor[],
  { key, week, installsPerPerson }: { key: string; week: string; installsPerPerson: number },
): number {
  const members = people.map((one) => ({ ...one, group: [], column: 'finished' }));
  const [edition] = publishWeek({
    week,
    statistics: [{ id: key, population: key, measures: [key], columns: ['finished'], people: members }],
    editions: [],
    thresholds: { minPeople: MIN_HELPED, installsPerPerson },
  });
  if (!edition || presentWeek(edition)[0]?.people === undefined) return 0;
  return Math.floor(countPeople(people, installsPerPerson) / MIN_HELPED) * MIN_HELPED;
}

/** Who finished each guide before a moment, each install once. Only established installs. */
async function readFinishers(store: Store, before: Date): Promise<Finishers[]> {
  const about = (field: 'pack' | 'guide') => sql<string>`(${entries.payload} -> 'about' ->> ${sql.raw(`'${field}'`)})`;
  const rows = await store
    .selectDistinct({ pack: about('pack'), guide: about('guide'), install: installs.id, person: installs.person })
    .from(entries)
    .innerJoin(installs, eq(installs.id, entries.install))
    .where(
      and(
        eq(entries.kind, 'guide'),
        sql`${entries.payload} ->> 'what' = 'finished'`,
        lt(entries.receivedAt, before),
        isEstablished(before),
      ),
    );
  const byGuide = Map.groupBy(rows, ({ pack, guide }) => `${pack}/${guide}`);
  return [...byGuide.values()].map((own) => ({ ...own[0]!, people: own.map(({ install, person }) => ({ install, person })) }));
}
