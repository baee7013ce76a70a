import type { ProtectionRules } from '../../../../../src/hub/aggregates/gateway/protection-rules.ts';
import { publishUnderRules } from '../../../../../src/hub/aggregates/gateway/publish-under-rules.ts';
import type { Edition, Statistic } from '../../../../../src/hub/aggregates/gateway/statistic.ts';
import { type AttackResult, attackCells } from './attack-cells.ts';
import { attackChanges, attackPopulations, pairsOf } from './attack-changes.ts';
import { type Assumption, attackPeople } from './attack-people.ts';
import { observe, type Publication } from './publications.ts';
import { randomOrganisation } from './random-organisation.ts';

const WEEK_MS = 7 * 86_400_000;
const FIRST_WEEK = Date.UTC(2026, 0, 5);

const MIN_PEOPLE = 10;

/** The Monday so many weeks after the first. */
export const weekOf = (nth: number): string => new Date(FIRST_WEEK + nth * WEEK_MS).toISOString().slice(0, 10);

interface Run {
  rules: ProtectionRules;
  installsPerPerson?: number;
}

/** Everything that the gateway publishes in some weeks, given the statistics of each. */
export function publishWeeks(weeks: readonly Statistic[][], { rules, installsPerPerson = 2 }: Run): Publication[] {
  const published: Publication[] = [];
  let editions: Edition[] = [];
  weeks.forEach((statistics, nth) => {
    const thresholds = { minPeople: MIN_PEOPLE, installsPerPerson };
    editions = publishUnderRules({ week: weekOf(nth), statistics, editions, thresholds }, rules);
    observe(published, weekOf(nth), editions);
  });
  return published;
}

/** Attacks everything that was published: the tables by their sums, the people by all weeks and by each two of them. */
export function attackAll(published: readonly Publication[], assumption: Assumption): AttackResult {
  const results: AttackResult[] = [];
  for (const weeks of Map.groupBy(published, ({ statistic }) => statistic).values()) {
    results.push(attackCells(weeks), { cells: 0, tried: weeks.length, claims: attackChanges(weeks) });
  }
  for (const weeks of Map.groupBy(published, ({ measure }) => measure).values()) {
    const all = attackPeople(weeks, assumption);
    if (all) results.push(all);
    else results.push(...pairsOf(weeks).flatMap((pair) => attackPeople(pair, assumption) ?? []));
  }
  results.push({ cells: 0, tried: published.length, claims: attackPopulations(published) });
  const sum = (pick: (one: AttackResult) => number) => results.reduce((all, one) => all + pick(one), 0);
  return { cells: sum(({ cells }) => cells), tried: sum(({ tried }) => tried), claims: results.flatMap(({ claims }) => claims) };
}

export interface OrganisationAttack extends AttackResult {
  /** Tables that were published. */
  published: number;
  /** Claims that are true. */
  right: number;
  /** People who are counted, and those in the column that most of them are in. */
  base: { people: number; common: number };
}

/** Twelve weeks of an organisation, published and attacked. */
export function attackOrganisation(seed: number, rules: ProtectionRules, weeks = 12): OrganisationAttack {
  const organisation = randomOrganisation(seed);
  const statistics = Array.from({ length: weeks }, () => organisation.nextWeek());
  const published = publishWeeks(statistics, { rules, installsPerPerson: organisation.installsPerPerson });
  const attack = attackAll(published, organisation.assumption);
  const columns = [...Map.groupBy(organisation.columnOf.values(), (column) => column).values()].map(({ length }) => length);
  return {
    ...attack,
    published: published.length,
    right: attack.claims.filter((claim) => isRight(claim, organisation.columnOf)).length,
    base: { people: organisation.columnOf.size, common: Math.max(0, ...columns) },
  };
}

/** A claim about cells follows from what is published, so it is true; one about people depends on an assumption and is looked up. */
function isRight(claim: string, columnOf: ReadonlyMap<string, string>): boolean {
  const about = /^(?:\d+ people such as )?((?:person|install) [\d.]+): (not )?(\w+)$/.exec(claim);
  return !about || (columnOf.get(about[1]!) === about[3]) !== (about[2] !== undefined);
}
