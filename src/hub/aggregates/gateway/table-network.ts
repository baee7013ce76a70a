import type { CountTable, Group } from './count-table.ts';
import { type Arc, type Network, toNetwork } from './flow.ts';

/** A published number, or one that is withheld: a count of a group in a column, or the group's total (column `columns.length`). */
export interface Cell {
  group: Group;
  column: number;
}

/**
 * A table with its sums as a network in which each number is the flow of an arc, so that all its sums hold: people are divided into the
 * columns, each column goes down the hierarchy to the leaves, and from there the totals go back up. What a reader can derive of a number
 * that is withheld are the bounds of its flow. Arcs are in the order of `cells`.
 */
export function tableNetwork(table: CountTable, isFree: (cell: Cell) => boolean): { network: Network; cells: Cell[] } {
  const columnCount = table.columns.length;
  const positions = new Map(table.groups.map((group, nth) => [group, nth]));
  const everybody = 0;
  const columnVertex = (group: Group, column: number) => 1 + positions.get(group)! * (columnCount + 1) + column;
  const totalVertex = (group: Group) => columnVertex(group, columnCount);
  const cells = table.groups.flatMap((group) => group.counts.map((_, column): Cell => ({ group, column })));
  const arcs = cells.map(({ group, column }): Arc => {
    const { parent } = group;
    const ends =
      column === columnCount
        ? { from: totalVertex(group), to: parent ? totalVertex(parent) : everybody }
        : {
            from: parent ? columnVertex(parent, column) : everybody,
            to: group.isLeaf ? totalVertex(group) : columnVertex(group, column),
          };
    return { ...ends, flow: group.counts[column]!, isFree: isFree({ group, column }) };
  });
  return { network: toNetwork(arcs), cells };
}
