import { contributorKey } from '../people.ts';
import { mayFollow } from './compare-editions.ts';
import { eachOnce, type Thresholds } from './count-table.ts';
import { type GatewayOptions, openEdition } from './open-edition.ts';
import type { ProtectionRules } from './protection-rules.ts';
import { refreshEdition } from './refresh-edition.ts';
import type { Edition, Statistic } from './statistic.ts';

/** No caller can ask for less. */
const MIN_THRESHOLD = 5;

/** After so many weeks an edition may be replaced by one of other people. */
const EDITION_WEEKS = 13;

const WEEK_MS = 7 * 86_400_000;

export interface WeekToPublish {
  /** The Monday before which everything was counted, as YYYY-MM-DD. */
  week: string;
  /** What may be published, in order of importance. */
  statistics: readonly Statistic[];
  /** What has been published up to now. */
  editions: readonly Edition[];
  thresholds: Thresholds;
}

/**
 * The editions after a week: what has been published stands, is renewed where enough has changed, or is replaced. A statistic that is no
 * longer declared keeps its last figures until its population is replaced. For tests; the hub calls `publishWeek`, which applies all rules.
 */
export function publishUnderRules(given: WeekToPublish, rules: ProtectionRules): Edition[] {
  const { week, statistics, editions, thresholds } = rules.countsPeople ? given : countingInstalls(given);
  const minPeople = Math.max(thresholds.minPeople, MIN_THRESHOLD);
  const options = { week, thresholds: { ...thresholds, minPeople }, rules };
  let published = [...editions];
  for (const [population, own] of Map.groupBy(statistics, (one) => one.population)) {
    const current = published.filter((one) => one.population === population);
    const others = published.filter((one) => one.population !== population);
    published = [...others, ...(replaceAll(current, { own, others, options }) ?? continueAll(current, { own, others, options }))];
  }
  return published;
}

/** Takes every install for a person. */
function countingInstalls({ statistics, thresholds, ...given }: WeekToPublish): WeekToPublish {
  const installsOf = (one: Statistic): Statistic => ({
    ...one,
    people: one.people.map((member) => ({ ...member, person: null })),
  });
  return { ...given, statistics: statistics.map(installsOf), thresholds: { ...thresholds, installsPerPerson: 1 } };
}

interface PopulationWeek {
  own: readonly Statistic[];
  /** Editions of other populations. */
  others: readonly Edition[];
  options: GatewayOptions;
}

/** New editions of other people, all together; undefined if it is too early, or together with the old ones they would tell of somebody. */
function replaceAll(current: readonly Edition[], { own, others, options }: PopulationWeek): Edition[] | undefined {
  if (!isDue(current[0], options)) return undefined;
  const next = openAll(own, { others, options });
  const follows = (old: Edition) => {
    const successor = next.find(({ statistic }) => statistic === old.statistic);
    return successor ? mayFollow(old, successor) : !own.some(({ id }) => id === old.statistic);
  };
  return !options.rules.comparesEditions || current.every(follows) ? next : undefined;
}

/** The same people: editions that run are refreshed, others begin. */
function continueAll(current: readonly Edition[], { own, others, options }: PopulationWeek): Edition[] {
  const refreshed = current.map((edition) => {
    const statistic = own.find(({ id }) => id === edition.statistic);
    return statistic ? refreshEdition(edition, statistic, options) : edition;
  });
  const begun = own.filter(({ id }) => !current.some(({ statistic }) => statistic === id));
  return [...refreshed, ...openAll(begun, { others: [...others, ...refreshed], options, running: refreshed[0] })];
}

interface Opening {
  others: readonly Edition[];
  options: GatewayOptions;
  running?: Edition | undefined;
}

function openAll(statistics: readonly Statistic[], { others, options, running }: Opening): Edition[] {
  const opened: Edition[] = [];
  for (const statistic of statistics) {
    const next = isSecondCut(statistic, [...others, ...opened], options.rules)
      ? undefined
      : openEdition(statistic, options, running);
    if (next) opened.push(next);
  }
  return opened;
}

function isDue(edition: Edition | undefined, { week, rules }: GatewayOptions): boolean {
  if (!edition || !rules.countsTheSamePeople) return true;
  return Date.parse(week) - Date.parse(edition.since) >= EDITION_WEEKS * WEEK_MS;
}

/**
 * Would a statistic divide people again of whom the same is published? That is so if it shares a measure and a person with another one. It
 * is also so if one population contains the other and just a few more, whatever is measured: the two totals would tell of these few.
 */
function isSecondCut(
  { population, measures, columns, people }: Statistic,
  others: readonly Edition[],
  rules: ProtectionRules,
): boolean {
  if (!rules.publishesOneCut) return false;
  const own = new Set(eachOnce(people, columns).map(contributorKey));
  return others.some((other) => {
    const both = other.members.filter((one) => own.has(contributorKey(one))).length;
    if (both === 0) return false;
    const [ownRest, otherRest] = [own.size - both, other.members.length - both];
    const isNested = Math.min(ownRest, otherRest) === 0 && Math.max(ownRest, otherRest) > 0;
    const isNear = isNested && other.population !== population && Math.max(ownRest, otherRest) < other.width;
    return isNear || other.measures.some((one) => measures.includes(one));
  });
}
