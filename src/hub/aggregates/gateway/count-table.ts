import { type Contributor, contributorKey, countPeople } from '../people.ts';

/** A group of people: a leaf of the hierarchy, or the sum of the groups below it. */
export interface Group {
  /** Names from the top of the hierarchy downwards; nothing for everybody. */
  path: readonly string[];
  parent: Group | undefined;
  isLeaf: boolean;
  /** By column; the last number is the group's total. */
  counts: number[];
  /** Which of the counts are of fewer people than the threshold. */
  isSmall: boolean[];
}

/** How many people of each group are in which column. Every person is in one leaf and one column. */
export interface CountTable {
  columns: readonly string[];
  /** Each group after the one that it belongs to; the first is everybody. */
  groups: Group[];
  /** A difference of this many counts covers as many people as the threshold says, whatever installs they are. */
  width: number;
}

/** The counts of a leaf as of a week. */
export interface LeafCounts extends Pick<Group, 'path' | 'counts' | 'isSmall'> {
  week: string;
  /** People who had left by then. Everybody may know who they are, and that they are in the last column. */
  gone: number;
}

/** Somebody who is counted, in one group and one column. */
export interface Member extends Contributor {
  group: readonly string[];
  column: string;
}

export interface Thresholds {
  /** Fewest people in a cell. */
  minPeople: number;
  /** Installs that count as one person where the person is not known. */
  installsPerPerson: number;
}

export const pathKey = (path: readonly string[]): string => JSON.stringify(path);

/** A difference of so many contributors is one of `minPeople` people at least. */
export const widthOf = (members: readonly Contributor[], { minPeople, installsPerPerson }: Thresholds): number =>
  minPeople * (members.some(({ person }) => person === null) ? installsPerPerson : 1);

/** Each person once: in the first of the columns in which any of their installs is. */
export function eachOnce<T extends Member>(members: readonly T[], columns: readonly string[]): T[] {
  const rank = new Map(columns.map((column, nth) => [column, nth]));
  const byKey = new Map<string, T>();
  for (const one of members) {
    const known = byKey.get(contributorKey(one));
    if (!known || rank.get(one.column)! < rank.get(known.column)!) byKey.set(contributorKey(one), one);
  }
  return [...byKey.values()];
}

/**
 * Places everybody in a leaf. People who belong to a group that has groups below it, and to none of these, are a group of their own there,
 * with an empty name: otherwise they would be the difference of published numbers, and nobody would have judged how few they are.
 */
export function placeInLeaves<T extends Pick<Member, 'group'>>(members: readonly T[]): T[] {
  const inner = innerPaths(members.map(({ group }) => group));
  return members.map((one) => (inner.has(pathKey(one.group)) ? { ...one, group: [...one.group, ''] } : one));
}

const innerPaths = (leaves: readonly (readonly string[])[]): Set<string> =>
  new Set(leaves.flatMap((path) => path.map((_, depth) => pathKey(path.slice(0, depth)))));

export interface Counting {
  columns: readonly string[];
  week: string;
  thresholds: Thresholds;
}

/** Counts the members of each leaf, by column and in all. Those who have left are in the last column, and make no cell large. */
export function countLeaves(
  members: readonly (Member & { left?: string })[],
  { columns, week, thresholds }: Counting,
): LeafCounts[] {
  return [...Map.groupBy(members, ({ group }) => pathKey(group)).values()].map((own) => {
    const cells = columns.map((column) => own.filter((one) => one.column === column));
    const present = cells.map((cell) => cell.filter(({ left }) => left === undefined));
    return {
      ...{ path: own[0]!.group, week, gone: own.filter(({ left }) => left !== undefined).length },
      counts: [...cells, own].map(({ length }) => length),
      isSmall: [...present, own].map((cell) => countPeople(cell, thresholds.installsPerPerson) < thresholds.minPeople),
    };
  });
}

/** The same leaves without the people who had left: what is uncertain about them for somebody who knows who left. */
export const presentLeaves = (leaves: readonly LeafCounts[]): LeafCounts[] =>
  leaves.map((leaf) => ({
    ...leaf,
    counts: leaf.counts.map((count, column) => (column >= leaf.counts.length - 2 ? count - leaf.gone : count)),
  }));

/** Adds up the leaves. A sum is small if each of its parts is, and all together are below the width. */
export function sumLeaves(
  leaves: readonly Pick<LeafCounts, 'path' | 'counts' | 'isSmall'>[],
  { columns, width }: Pick<CountTable, 'columns' | 'width'>,
): CountTable {
  const groups = new Map<string, Group>();
  const addGroup = (path: readonly string[], isLeaf: boolean): Group => {
    const found = groups.get(pathKey(path));
    if (found) return found;
    const parent = path.length > 0 ? addGroup(path.slice(0, -1), false) : undefined;
    const group = { path, parent, isLeaf, counts: columns.map(() => 0).concat(0), isSmall: columns.map(() => true).concat(true) };
    groups.set(pathKey(path), group);
    return group;
  };
  for (const leaf of leaves) {
    for (let group: Group | undefined = addGroup(leaf.path, true); group; group = group.parent)
      leaf.counts.forEach((count, column) => {
        group!.counts[column]! += count;
        if (!leaf.isSmall[column] || (!group!.isLeaf && group!.counts[column]! >= width)) group!.isSmall[column] = false;
      });
  }
  return { columns, width, groups: [...groups.values()] };
}
