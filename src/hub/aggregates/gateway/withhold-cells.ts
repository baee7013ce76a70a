import { type CountTable, type Group, pathKey } from './count-table.ts';
import { findPartners } from './find-partners.ts';
import { type Network, push } from './flow.ts';
import type { ProtectionRules } from './protection-rules.ts';
import { type Cell, tableNetwork } from './table-network.ts';

/** The cells that are withheld, by `cellKey`. Which of them are small is not published. */
export type Withheld = ReadonlySet<string>;

export const cellKey = ({ group, column }: Cell): string => `${column}@${pathKey(group.path)}`;

/**
 * Chooses the cells of a table that are withheld. Each small cell is, and as many others as it takes until no small cell can be narrowed
 * down to fewer than `width` counts by any sum of published numbers:
 *
 * | for a reader who knows                     | a small cell must be able to be larger or smaller by              |
 * |--------------------------------------------|-------------------------------------------------------------------|
 * | what is published                          | the width                                                         |
 * | also how many people each group has        | the width, or all people of its group if these are fewer          |
 *
 * Which totals are withheld is decided by the totals alone, so that all statistics of a population withhold the same ones. Returns
 * undefined if nothing can be published.
 */
export function withholdCells(table: CountTable, rules: ProtectionRules): Withheld | undefined {
  if (!rules.withholdsSmall) return new Set();
  const totals = totalsOf(table);
  const withheld = new Set(smallCells(table).map(cellKey));
  if (!rules.withholdsPartners) return withheld;
  const withheldTotals = new Set(smallCells(totals).map(cellKey));
  if (!protectAll(totals, withheldTotals, plainReader(totals))) return undefined;
  for (const group of table.groups) {
    const columns = [...(table.columns.length === 1 ? [0] : []), table.columns.length];
    if (!totals.columns.some((_, column) => withheldTotals.has(cellKey({ group, column })))) continue;
    for (const column of columns) withheld.add(cellKey({ group, column }));
  }
  return readersOf(table, rules).every((reader) => protectAll(table, withheld, reader)) ? withheld : undefined;
}

/** The table of how many people each group has. */
function totalsOf({ groups, width }: CountTable): CountTable {
  const copies = new Map<Group, Group>();
  for (const group of groups)
    copies.set(group, {
      ...group,
      parent: group.parent && copies.get(group.parent),
      counts: [totalOf(group), totalOf(group)],
      isSmall: [group.isSmall.at(-1)!, group.isSmall.at(-1)!],
    });
  return { columns: ['people'], groups: [...copies.values()], width };
}

/** May the table be published with just these cells withheld? */
export function isProtected(table: CountTable, withheld: Withheld, rules: ProtectionRules): boolean {
  if (!rules.withholdsSmall) return true;
  const small = smallCells(table);
  if (!small.every((cell) => withheld.has(cellKey(cell)))) return false;
  if (!rules.withholdsPartners) return true;
  return readersOf(table, rules).every((reader) => {
    const { network, cells } = tableNetwork(table, freeFor(reader, withheld));
    return cells.every(
      (cell, index) =>
        !isSmall(cell) || missing(network, index, reader.widthOf(cell)).lacking <= 0 || isOutOfScope(table, cell, reader),
    );
  });
}

interface Reader {
  knowsTotals: boolean;
  /** How uncertain a small cell has to be. */
  widthOf: (cell: Cell) => number;
}

const plainReader = ({ width }: CountTable): Reader => ({ knowsTotals: false, widthOf: () => width });

/** With a single column, the totals are the statistic: nobody is assumed to know them. */
function readersOf(table: CountTable, rules: ProtectionRules): Reader[] {
  if (table.columns.length === 1 || !rules.assumesKnownSizes) return [plainReader(table)];
  return [{ knowsTotals: true, widthOf: ({ group }) => Math.min(table.width, totalOf(group)) }, plainReader(table)];
}

const totalOf = ({ counts }: Group): number => counts.at(-1)!;

const isTotal = ({ columns }: CountTable, { column }: Cell): boolean => column === columns.length;

const isSmall = ({ group, column }: Cell): boolean => group.isSmall[column]!;

const smallCells = ({ groups }: CountTable): Cell[] =>
  groups.flatMap((group) => group.counts.flatMap((_, column) => (group.isSmall[column] ? { group, column } : [])));

/** A reader who knows a total needs no protection from it. */
const isOutOfScope = (table: CountTable, cell: Cell, { knowsTotals }: Reader): boolean => knowsTotals && isTotal(table, cell);

const freeFor =
  ({ knowsTotals }: Reader, withheld: Withheld) =>
  (cell: Cell): boolean =>
    withheld.has(cellKey(cell)) && !(knowsTotals && cell.column === cell.group.counts.length - 1);

/** How much wider the bounds of an arc have to become, and the flows with which it is as large as it can be. */
function missing(network: Network, index: number, width: number): { lacking: number; flows: number[] } {
  const { from, to, flow } = network.arcs[index]!;
  const [flows, least] = [0, 1].map(() => network.arcs.map((arc) => arc.flow)) as [number[], number[]];
  const more = push(network, flows, { from: to, to: from, except: index, limit: width });
  const less = push(network, least, { from, to, except: index, limit: Math.min(width - more, flow) });
  return { lacking: width - more - less, flows };
}

/** Withholds partners of small cells, the cheapest first, until each is uncertain enough. */
function protectAll(table: CountTable, withheld: Set<string>, reader: Reader): boolean {
  const { network, cells } = tableNetwork(table, freeFor(reader, withheld));
  return cells.every((cell, index) => {
    if (!isSmall(cell) || isOutOfScope(table, cell, reader)) return true;
    for (;;) {
      const { lacking, flows } = missing(network, index, reader.widthOf(cell));
      if (lacking <= 0) return true;
      const partners = findLargest(network, { index, lacking, flows, costOf: (nth) => costOf(table, cells[nth]!) });
      if (!partners) return false;
      for (const nth of partners) {
        withheld.add(cellKey(cells[nth]!));
        network.arcs[nth]!.isFree = true;
      }
    }
  });
}

/** The larger a count, the more its absence costs. With several columns, no further totals are withheld. */
function costOf(table: CountTable, cell: Cell): number {
  const isFixed = isTotal(table, cell) && table.columns.length > 1;
  return isFixed ? Number.POSITIVE_INFINITY : cell.group.counts[cell.column]! + 1;
}

interface Gap {
  index: number;
  /** By how much the flow of the arc is not uncertain enough. */
  lacking: number;
  /** What already flows to make it as uncertain as it is. */
  flows: readonly number[];
  costOf: (index: number) => number;
}

/** Partners that close the whole gap, else half of it, and so on. */
function findLargest(network: Network, { index, lacking, flows, costOf }: Gap): number[] | undefined {
  for (let amount = lacking; amount >= 1; amount = Math.floor(amount / 2)) {
    const partners = findPartners(network, { index, amount, flows, costOf });
    if (partners) return partners;
  }
  return undefined;
}
