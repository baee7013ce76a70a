import { contributorKey } from '../people.ts';
import { countLeaves, eachOnce, type Group, type LeafCounts, pathKey, presentLeaves, sumLeaves } from './count-table.ts';
import type { GatewayOptions } from './open-edition.ts';
import type { Edition, Statistic } from './statistic.ts';
import { cellKey, isProtected, withholdCells } from './withhold-cells.ts';

/**
 * The edition with the counts of this week for the same people, where they may be shown. People who have left are in the last column
 * for good, and stay in their group. Each leaf is renewed by itself, except that those with withheld cells are renewed together: their sums are known.
 *
 * | the new counts of a leaf                                                      | what is shown                       |
 * |-------------------------------------------------------------------------------|-------------------------------------|
 * | equal those that are shown                                                    | the old figure with its old date    |
 * | differ from every earlier version, in every column and every sum that can be derived, by the width and the number of people who are gone | the new figure |
 * | the same, but a column does not differ at all and nobody is gone              | the new figure                      |
 * | make a cell small that is not withheld, or leave a withheld one too certain   | the old figure                      |
 * | anything else                                                                 | the old figure                      |
 */
export function refreshEdition(edition: Edition, statistic: Statistic, { week, thresholds, rules }: GatewayOptions): Edition {
  const { columns, width } = edition;
  const present = new Map(eachOnce(statistic.people, columns).map((one) => [contributorKey(one), one.column]));
  const members = edition.members.map((one) => (one.left || present.has(contributorKey(one)) ? one : { ...one, left: week }));
  const placed = members.map((one) => ({ ...one, column: (!one.left && present.get(contributorKey(one))) || columns.at(-1)! }));
  const fresh = new Map(countLeaves(placed, { columns, week, thresholds }).map((leaf) => [pathKey(leaf.path), leaf]));
  const current = edition.versions.at(-1)!.leaves;
  const isSingle = current.length === 1 && current[0]!.path.length === 0;
  const withheld = new Set(isSingle ? [] : edition.withheld);
  let leaves = current;
  for (const unit of unitsOf(leaves, edition)) {
    const leavers = rules.addsLeavers ? members.filter((one) => one.left && unit.has(pathKey(one.group))).length : 0;
    const renewed = leaves.map((leaf) => (unit.has(pathKey(leaf.path)) ? renewLeaf(leaf, fresh.get(pathKey(leaf.path))!) : leaf));
    const compared = { after: renewed, unit, withheld, edition };
    if (derivableDifferences({ ...compared, before: current }).shown.every((difference) => difference === 0)) continue;
    const isFar = (difference: number) => Math.abs(difference) >= width + leavers || (difference === 0 && leavers === 0);
    const areFar = edition.versions.every(({ leaves: before }) => {
      const { shown, sums } = derivableDifferences({ ...compared, before });
      return [...shown, ...sums].every(isFar);
    });
    if (rules.figuresStand && !areFar) continue;
    const keepsPattern = !isSingle && rules.withholdsTheSame;
    if (!keepsPattern || isProtected(sumLeaves(presentLeaves(renewed), edition), withheld, rules)) leaves = renewed;
  }
  const nowWithheld =
    isSingle || !rules.withholdsTheSame ? withholdCells(sumLeaves(presentLeaves(leaves), edition), rules) : withheld;
  if (leaves === current || !nowWithheld) return { ...edition, members };
  return { ...edition, members, withheld: [...nowWithheld], versions: [...edition.versions, { week, leaves }] };
}

/** A leaf whose counts are the same keeps its date. */
const renewLeaf = (old: LeafCounts, fresh: LeafCounts): LeafCounts => (old.counts.join() === fresh.counts.join() ? old : fresh);

/** Leaves that are renewed together, by their keys. */
function unitsOf(leaves: readonly LeafCounts[], { columns, width, withheld }: Edition): ReadonlySet<string>[] {
  const isWithheld = new Set(withheld);
  const { groups } = sumLeaves(leaves, { columns, width });
  const hasWithheld = (group: Group): boolean =>
    group.counts.some((_, column) => isWithheld.has(cellKey({ group, column }))) ||
    (group.parent ? hasWithheld(group.parent) : false);
  const [together, apart] = [new Set<string>(), [] as Set<string>[]];
  for (const group of groups.filter(({ isLeaf }) => isLeaf)) {
    if (hasWithheld(group)) together.add(pathKey(group.path));
    else apart.push(new Set([pathKey(group.path)]));
  }
  return together.size > 0 ? [together, ...apart] : apart;
}

interface Comparison {
  before: readonly LeafCounts[];
  after: readonly LeafCounts[];
  unit: ReadonlySet<string>;
  withheld: ReadonlySet<string>;
  edition: Pick<Edition, 'columns' | 'width'>;
}

/** The differences between two versions that can be derived: of each cell that is shown, and of the sum of those withheld beside it. */
function derivableDifferences({ before, after, unit, withheld, edition }: Comparison): { shown: number[]; sums: number[] } {
  const inUnit = (leaves: readonly LeafCounts[]) => leaves.filter(({ path }) => unit.has(pathKey(path)));
  const [old, renewed] = [sumLeaves(inUnit(before), edition).groups, sumLeaves(inUnit(after), edition).groups];
  const cells = renewed.flatMap((group, nth) =>
    edition.columns.map((_, column) => ({
      group,
      column,
      isShown: !withheld.has(cellKey({ group, column })),
      difference: group.counts[column]! - old[nth]!.counts[column]!,
    })),
  );
  const sumOf = (parts: readonly { difference: number }[]) => parts.reduce((sum, { difference }) => sum + difference, 0);
  const hidden = cells.filter(({ isShown }) => !isShown);
  const inRows = Map.groupBy(hidden, ({ group }) => group);
  const inColumns = Map.groupBy(hidden, ({ group, column }) =>
    group.parent ? `${column}@${pathKey(group.parent.path)}` : 'top',
  );
  return {
    shown: cells.filter(({ isShown }) => isShown).map(({ difference }) => difference),
    sums: [...[...inRows.values()], ...[...inColumns].filter(([key]) => key !== 'top').map(([, parts]) => parts)].map(sumOf),
  };
}
