import type { Statistic, StatisticMember } from '../../../../../src/hub/aggregates/gateway/statistic.ts';

/** Named people of a group and a column; the same group, column and number give the same people. */
export const people = (group: string, column: string, count: number, from = 0): StatisticMember[] =>
  Array.from({ length: count }, (_, nth) => {
    const who = `${group}/${column}/${from + nth}`;
    return { install: `install of ${who}`, person: who, group: group === '' ? [] : group.split('/'), column };
  });

/** A table by group, each with the number of people in each column. */
export function tableStatistic(
  columns: readonly string[],
  groups: Record<string, readonly number[]>,
  more: Partial<Statistic> = {},
): Statistic {
  const members = Object.entries(groups).flatMap(([group, counts]) =>
    counts.flatMap((count, column) => people(group, columns[column]!, count)),
  );
  return { id: 'tasks', population: 'all', measures: ['task'], columns, people: members, ...more };
}

/** The same person in another column. */
export const inColumn = (one: StatisticMember, column: string): StatisticMember => ({ ...one, column });
