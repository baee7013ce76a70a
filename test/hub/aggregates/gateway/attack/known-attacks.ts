import { presentEdition } from '../../../../../src/hub/aggregates/gateway/present-edition.ts';
import type { ProtectionRules } from '../../../../../src/hub/aggregates/gateway/protection-rules.ts';
import { publishUnderRules } from '../../../../../src/hub/aggregates/gateway/publish-under-rules.ts';
import type { Statistic, StatisticMember } from '../../../../../src/hub/aggregates/gateway/statistic.ts';
import { inColumn, people, tableStatistic } from './people-in-test.ts';
import { attackAll, publishWeeks, weekOf } from './run-attacks.ts';

/** An attack whose answer is known: what the attacker can claim under some rules, nothing if people are protected. */
export interface KnownAttack {
  name: string;
  claims: (rules: ProtectionRules) => string[];
}

const TASK = ['yes', 'no'] as const;

const ofWeeks =
  (weeks: readonly Statistic[][], assumption: 'stays' | 'only begins' = 'stays') =>
  (rules: ProtectionRules): string[] =>
    attackAll(publishWeeks(weeks, { rules }), assumption).claims;

/** A statistic of one group, with so many people who did the task and so many who did not. */
const single = (members: readonly StatisticMember[], more: Partial<Statistic> = {}): Statistic => ({
  ...tableStatistic(TASK, {}),
  people: members,
  ...more,
});

const doing = (count: number, from = 0) => people('', 'yes', count, from);
const others = (count: number, from = 0) => people('', 'no', count, from);
const begun = (members: readonly StatisticMember[], count: number): StatisticMember[] =>
  members.map((one, nth) => (nth < count ? inColumn(one, 'yes') : one));

const stages = ['power', 'habitual', 'novice'] as const;

const twoPopulations = (groups: readonly (readonly [string, number])[]): Statistic[] =>
  groups.map(([name, count]) => ({
    ...{ id: name, population: name, measures: [name], columns: ['people'] },
    people: people('', 'people', count),
  }));

/** Each statistic counts some of the same numbered people; the measure is the same. */
function blocks(given: Record<string, readonly number[]>): Statistic[] {
  return Object.entries(given).map(([id, who]) => ({
    ...{ id, population: id, measures: ['age'], columns: ['counted'] },
    people: who.map((nth) => ({ ...people('', 'counted', 1, nth)[0]!, ms: 20_000 + nth * 611 })),
  }));
}

const range = (from: number, to: number): number[] => Array.from({ length: to - from }, (_, nth) => from + nth);

/** People who did A, B, or either, as three statistics. */
function unionOfTasks(rules: ProtectionRules): string[] {
  const did = { a: range(0, 30), b: range(28, 60) };
  const statistic = (id: string, measures: string[], who: readonly number[]): Statistic => ({
    ...{ id, population: 'app', measures, columns: TASK },
    people: range(0, 100)
      .map((nth) => people('', who.includes(nth) ? 'yes' : 'no', 1, nth)[0]!)
      .map(numbered),
  });
  const statistics = [
    statistic('a', ['a'], did.a),
    statistic('b', ['b'], did.b),
    statistic('a or b', ['a', 'b'], [...did.a, ...did.b]),
  ];
  const shown = publishWeeks([statistics], { rules });
  const [a, b, either] = ['a', 'b', 'a or b'].map((id) => shown.find(({ statistic: one }) => one === id)?.cells[0]);
  if (![a, b, either].every((cell) => cell?.isShown)) return [];
  return [`${a!.count + b!.count - either!.count} did both`];
}

const numbered = (one: StatisticMember, nth: number): StatisticMember => ({ ...one, install: `i${nth}`, person: `p${nth}` });

/** Shares of a group of every size, each with the counts that read the same. */
function sharesOfOneCount(rules: ProtectionRules): string[] {
  const claims: string[] = [];
  for (const size of [20, 23, 30, 45, 60, 100, 137]) {
    const counts = Map.groupBy(range(0, size + 1), (count) => wordOf(count, size, rules));
    for (const [word, fitting] of counts)
      if (word !== undefined && fitting.length < 3) claims.push(`${word} of ${size} is ${fitting.join(' or ')}`);
  }
  return claims;
}

function wordOf(count: number, size: number, rules: ProtectionRules): string | number | undefined {
  const statistics = [single([...doing(count), ...others(size - count)])];
  const thresholds = { minPeople: 10, installsPerPerson: 1 };
  const [edition] = publishUnderRules({ week: weekOf(0), statistics, editions: [], thresholds }, rules);
  return edition && presentEdition(edition, rules)[0]!.shares[0];
}

/** A typical time that is the time of one of the people. */
function medianOfEleven(rules: ProtectionRules): string[] {
  const times = [12_345, 14_567, 17_891, 21_234, 25_678, 31_337, 38_765, 44_321, 51_234, 63_217, 77_777];
  const members = times.map((ms, nth) => ({ ...people('', 'finished', 1, nth)[0]!, ms }));
  const rest = others(20).map((one) => inColumn(one, 'not'));
  const [edition] = publishWeeksEditions([{ ...single([...members, ...rest]), columns: ['finished', 'not'] }], rules);
  return times.filter((ms) => ms === edition?.typicalMs).map((ms) => `somebody took ${ms} ms`);
}

const publishWeeksEditions = (statistics: Statistic[], rules: ProtectionRules) =>
  publishUnderRules({ week: weekOf(0), statistics, editions: [], thresholds: { minPeople: 10, installsPerPerson: 1 } }, rules);

/** Published totals of fewer people than the threshold. */
function installsOfFewPeople(rules: ProtectionRules): string[] {
  const named = range(0, 10).map((nth) => ({ install: `i${nth}`, person: `p${nth % 4}`, group: [], column: 'people' }));
  const unnamed = range(0, 12).map((nth) => ({ install: `u${nth}`, person: null, group: [], column: 'people' }));
  return Object.entries({ '4 named people': named, '6 people who are not named': unnamed }).flatMap(([who, members]) => {
    const shown = publishWeeks([[{ ...tableStatistic(['people'], {}), people: members }]], { rules });
    return shown.flatMap(({ cells }) => cells.filter(({ isShown }) => isShown).map(({ count }) => `${count} installs of ${who}`));
  });
}

const block = (from: number) => doing(20, from).concat(others(20, from));
const contractors = [...doing(5, 100), ...others(5, 100)];
const spread = tableStatistic(stages, { A: [4, 30, 30], B: [12, 12, 31], C: [40, 41, 42] });
const movers = new Set(people('B', 'novice', 15).map(({ person }) => person));
const moved = spread.people.map((one) => (movers.has(one.person) ? inColumn(one, 'habitual') : one));

export const KNOWN_ATTACKS: readonly KnownAttack[] = [
  { name: '1: the rest of a total', claims: ofWeeks([[tableStatistic(['people'], { A: [12], B: [11], C: [4] })]]) },
  {
    name: '2: a small cell in a table with all its sums',
    claims: ofWeeks([[tableStatistic(stages, { A: [14, 12, 4], B: [13, 11, 12], C: [15, 12, 13] })]]),
  },
  {
    name: '3: two small cells in a table with all its sums',
    claims: ofWeeks([[tableStatistic(stages, { A: [20, 15, 3], B: [18, 14, 16], C: [2, 17, 19] })]]),
  },
  {
    name: '4: a site by its departments',
    claims: ofWeeks([[tableStatistic(['people'], { 'S1/a': [12], 'S1/b': [14], 'S2/c': [9], 'S3/d': [30], 'S3/e': [21] })]]),
  },
  {
    name: '5: one colleague began',
    claims: ofWeeks([[single([...doing(20), ...others(20)])], [single([...doing(20), ...begun(others(20), 1)])]], 'only begins'),
  },
  {
    name: '6: one colleague left, in a small group and a larger one',
    claims: (rules) =>
      [12, 32].flatMap((count) =>
        ofWeeks([[single([...doing(count), ...others(count - 10)])], [single([...doing(count, 1), ...others(count - 10)])]])(
          rules,
        ),
      ),
  },
  {
    name: '7: a group within a group',
    claims: ofWeeks([
      twoPopulations([
        ['Purchasing', 30],
        ['Purchasing, Berlin', 28],
      ]),
    ]),
  },
  {
    name: '7: a group within a group, in one hierarchy',
    claims: ofWeeks([[tableStatistic(['people'], { Purchasing: [2], 'Purchasing/Berlin': [28], Sales: [40] })]]),
  },
  { name: '8: the union of two tasks', claims: unionOfTasks },
  { name: '9, 10, 11: shares that only one count fits', claims: sharesOfOneCount },
  { name: '12: the median of eleven', claims: medianOfEleven },
  {
    name: '13: figures of groups that overlap',
    claims: (rules) => {
      const given = blocks({
        all: range(0, 70),
        women: range(0, 40),
        men: range(40, 70),
        married: range(15, 55),
        few: range(0, 7),
      });
      const shown = publishWeeksEditions(given, rules).map(({ statistic }) => statistic);
      return shown.slice(1).map((one) => `${one} beside ${shown[0]}`);
    },
  },
  {
    name: '14: twelve more began, then one more',
    claims: ofWeeks(
      [20, 32, 33].map((count) => [single(begun(others(100), count))]),
      'only begins',
    ),
  },
  { name: '15: ten installs of four people', claims: installsOfFewPeople },
  {
    name: '17: the same snapshot before and after an erasure',
    claims: ofWeeks([[single([...doing(30), ...others(30)])], [single([...doing(29), ...others(30)])]]),
  },
  {
    name: 'ten leave who all had begun',
    claims: ofWeeks([[single([...doing(30), ...others(30)])], [single([...doing(20, 10), ...others(30)])]]),
  },
  {
    name: 'a cell that is withheld in another week than its partner',
    claims: ofWeeks([[spread], [{ ...spread, people: moved }]]),
  },
  {
    name: 'contractors come and go, and somebody leaves with them',
    claims: ofWeeks([[single(block(0))], [single([...block(0), ...contractors])], [single(block(0).slice(1))]]),
  },
  {
    name: 'one colleague left within the quarter that an edition lasts',
    claims: ofWeeks(range(0, 14).map((nth) => [single(nth < 5 ? block(0) : block(0).slice(1))])),
  },
  {
    name: 'ten moved and one left',
    claims: ofWeeks(
      range(0, 14).map((nth) => {
        const leaving = people('A', 'yes', 5).concat(people('A', 'no', 5));
        const others_ = people('A', 'yes', 40, 5).concat(people('A', 'no', 40, 5), people('B', 'yes', 40), people('B', 'no', 40));
        const now = leaving.map((one) => (nth < 5 ? one : { ...one, group: ['B'] }));
        return [{ ...tableStatistic(TASK, {}), people: [...now, ...(nth < 5 ? others_ : others_.slice(1))] }];
      }),
    ),
  },
];
