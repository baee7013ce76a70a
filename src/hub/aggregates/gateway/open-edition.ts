import { contributorKey } from '../people.ts';
import { type CountTable, countLeaves, eachOnce, placeInLeaves, sumLeaves, type Thresholds, widthOf } from './count-table.ts';
import { presentTable } from './present-edition.ts';
import type { ProtectionRules } from './protection-rules.ts';
import type { Edition, Statistic, StatisticMember } from './statistic.ts';
import { typicalTime } from './typical-time.ts';
import { cellKey, type Withheld, withholdCells } from './withhold-cells.ts';

export interface GatewayOptions {
  /** The Monday before which everything was counted, as YYYY-MM-DD. */
  week: string;
  thresholds: Thresholds;
  rules: ProtectionRules;
}

/** The people of a population that is running already, and since when. */
export type RunningPopulation = Pick<Edition, 'since' | 'members'>;

/** The first counts of a statistic, or undefined as long as nothing of them can be shown. */
export function openEdition(
  statistic: Statistic,
  { week, thresholds, rules }: GatewayOptions,
  running?: RunningPopulation,
): Edition | undefined {
  const { id, population, measures, columns } = statistic;
  const people = running ? placeAsRunning(statistic, running) : placeInLeaves(eachOnce(statistic.people, columns));
  const width = widthOf(people, thresholds);
  const leaves = countLeaves(people, { columns, week, thresholds });
  const table = sumLeaves(leaves, { columns, width });
  const withheld = people.length > 0 ? withholdCells(table, rules) : undefined;
  const everybody = table.groups[0];
  if (!withheld || !everybody || !isWorthShowing(table, withheld, rules)) return undefined;
  const typicalMs = withheld.has(cellKey({ group: everybody, column: 0 })) ? undefined : timeOf(people, columns, rules);
  return {
    ...{ statistic: id, population, measures, columns, since: running?.since ?? week, width },
    members: running?.members ?? people.map(({ install, person, group }) => ({ install, person, group })),
    withheld: [...withheld],
    versions: [{ week, leaves }],
    ...(typicalMs !== undefined && { typicalMs }),
  };
}

/**
 * Of several columns, some share of everybody must have words: otherwise that there is a figure, and nothing in it, would tell it from one
 * that may not be published. Of a single one, the total must be shown.
 */
function isWorthShowing(table: CountTable, withheld: Withheld, rules: ProtectionRules): boolean {
  const everybody = presentTable(table, withheld, rules)[0]!;
  return table.columns.length > 1 ? everybody.shares.some((share) => share !== 'withheld') : everybody.people !== undefined;
}

/**
 * The same people in the same groups as in the statistics that run. Nobody, if one of them has left: a new statistic would tell something
 * about those who stay to whoever knows who left, so it waits for other people.
 */
function placeAsRunning({ people, columns }: Statistic, { members }: RunningPopulation): StatisticMember[] {
  const present = new Map(eachOnce(people, columns).map((one) => [contributorKey(one), one]));
  const placed = members.flatMap(({ group, left, ...who }) => {
    const found = left === undefined ? present.get(contributorKey(who)) : undefined;
    return found ? [{ ...found, ...who, group }] : [];
  });
  return placed.length === members.length ? placed : [];
}

function timeOf(people: readonly StatisticMember[], columns: readonly string[], rules: ProtectionRules): number | undefined {
  const times = people.flatMap(({ column, ms }) => (column === columns[0] && ms !== undefined ? [ms] : []));
  if (times.length === 0 || times.length < people.filter(({ column }) => column === columns[0]).length) return undefined;
  if (rules.averagesTimes) return typicalTime(times);
  return times.sort((one, other) => one - other)[Math.floor(times.length / 2)];
}
