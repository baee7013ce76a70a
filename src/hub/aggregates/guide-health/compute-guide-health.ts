import type { Share } from '../../../model/hub-api/answer-figures.ts';
import { guideHealth } from '../../store/guide-figure-schema.ts';
import type { StoredGuideHealth } from '../../store/json-columns.ts';
import type { Store } from '../../store/store.ts';
import type { PresentedGroup } from '../gateway/present-edition.ts';
import { presentWeek, publishWeek } from '../gateway/publish-week.ts';
import type { Statistic } from '../gateway/statistic.ts';
import { findNewcomers, noteParticipants } from '../participants.ts';
import { isoDay } from '../week.ts';
import { type Meeting, type MetGuide, readMeetings } from './read-meetings.ts';

/** Fewest people whom a share and its remainder cover. */
const MIN_PEOPLE = 10;

/** Of fewer people, no share has words from which no count can be told. */
const MIN_MET = 27;

/** A route with fewer people than this is not shown by itself, and so are all but those with the most people. */
const MIN_AT_ROUTE = 30;
const MAX_ROUTES = 4;

interface HealthContext {
  week: string;
  installsPerPerson: number;
}

/** One thing that can be the matter with a control: whose it was, under an id of its own. */
interface Measure extends HealthContext {
  id: string;
  isTroubled: (one: Meeting, step: string) => boolean;
}

type ProblemShares = Pick<StoredGuideHealth, 'steps' | 'routes'>;

/**
 * How each version of a guide fares with the people who met it and are in no figure of that version yet: for each step the share who missed
 * its control, and the share for whom it was weak, of all and by the route at which they began. Too few people wait for others. Where shares
 * by route would tell too much, there are those of all.
 */
export async function computeGuideHealth(
  store: Store,
  { week, installsPerPerson }: { week: Date; installsPerPerson: number },
): Promise<void> {
  for (const shown of await readMeetings(store, week)) {
    const { pack, guide, version } = shown;
    if (shown.people.length < MIN_MET) continue;
    const key = `health/${pack}/${guide}/${version}`;
    const people = await findNewcomers(store, key, shown.people);
    if (people.length < MIN_MET) continue;
    const health = publishHealth({ ...shown, people }, key, { week: isoDay(week), installsPerPerson });
    if (!health) continue;
    await noteParticipants(store, { question: key, week }, people);
    await store
      .insert(guideHealth)
      .values({ pack, guide, version, week: isoDay(week), health })
      .onConflictDoNothing();
  }
}

/**
 * Shares that may be told; undefined if none of those who missed a control may, and these people wait for others. Each problem is a measure
 * of its own, told as if there were no other: somebody can be counted in both.
 */
function publishHealth(guide: MetGuide, key: string, context: HealthContext): StoredGuideHealth | undefined {
  const missing = publishProblem(guide, { ...context, id: key, isTroubled: (one, step) => one.missing.includes(step) });
  if (!missing) return undefined;
  const weak = publishProblem(guide, { ...context, id: `${key}/weak`, isTroubled: (one, step) => one.weak.includes(step) });
  return mergeHealth(missing, weak ?? { steps: {}, routes: [] });
}

function mergeHealth(missing: ProblemShares, weak: ProblemShares): StoredGuideHealth {
  const at = ({ routes }: ProblemShares, route: string) => routes.find((one) => one.route === route)?.steps ?? {};
  const routes = [...new Set([...missing.routes, ...weak.routes].map(({ route }) => route))].sort();
  return {
    ...{ steps: missing.steps, weak: weak.steps },
    routes: routes.map((route) => ({ route, steps: at(missing, route), weak: at(weak, route) })),
  };
}

/** The shares of one problem by route if possible; undefined if none may be told. */
function publishProblem(guide: MetGuide, measure: Measure): ProblemShares | undefined {
  const routes = routesWithMany(guide.people);
  const byRoute = (one: Meeting) => (routes.has(one.route) ? [one.route] : []);
  return (routes.size > 1 ? publishGrouped(guide, measure, byRoute) : undefined) ?? publishGrouped(guide, measure, () => []);
}

function routesWithMany(people: readonly Meeting[]): ReadonlySet<string> {
  const counts = [...Map.groupBy(people, ({ route }) => route)].map(([route, own]) => ({ route, people: own.length }));
  const many = counts.filter((one) => one.people >= MIN_AT_ROUTE).sort((one, other) => other.people - one.people);
  return new Set(many.slice(0, MAX_ROUTES).map(({ route }) => route));
}

function publishGrouped(
  { steps, people }: MetGuide,
  { id, isTroubled, week, installsPerPerson }: Measure,
  groupOf: (one: Meeting) => string[],
): ProblemShares | undefined {
  const idOf = (step: string) => `${id}/${step}`;
  const statistics = steps.map(
    (step): Statistic => ({
      ...{ id: idOf(step), population: id, measures: [idOf(step)], columns: ['troubled', 'met'] },
      people: people.map((one) => ({
        ...{ install: one.install, person: one.person, group: groupOf(one) },
        column: isTroubled(one, step) ? 'troubled' : 'met',
      })),
    }),
  );
  const thresholds = { minPeople: MIN_PEOPLE, installsPerPerson };
  const editions = publishWeek({ week, statistics, editions: [], thresholds });
  const shown = editions.map((edition) => ({ id: edition.statistic, groups: presentWeek(edition) }));
  if (shown.length === 0) return undefined;
  const groupsOf = new Map(shown.map((one) => [one.id, one.groups]));
  const sharesAt = (path: string | undefined) =>
    Object.fromEntries(steps.map((step) => [step, shareIn(groupsOf.get(idOf(step)), path)]));
  const routes = new Set(shown.flatMap(({ groups }) => groups.flatMap(({ path: [route] }) => route || [])));
  return { steps: sharesAt(undefined), routes: [...routes].sort().map((route) => ({ route, steps: sharesAt(route) })) };
}

/** The share of those in trouble, of a group or of everybody. */
const shareIn = (groups: readonly PresentedGroup[] | undefined, route: string | undefined): Share =>
  groups?.find(({ path }) => path[0] === route)?.shares[0] ?? 'withheld';
