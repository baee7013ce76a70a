import { contributorKey } from '../people.ts';
import { type CountTable, type Group, type LeafCounts, pathKey, presentLeaves, sumLeaves } from './count-table.ts';
import { type Arc, flowBounds, type Network, push, toNetwork } from './flow.ts';
import type { Edition, EditionMember } from './statistic.ts';
import { cellKey } from './withhold-cells.ts';

/**
 * May a new edition stand beside what an earlier one published? Not if somebody who takes people to be as before, or to have begun at
 * most, could derive what a person does who left, came or moved:
 *
 * - Of each group that is shown in both, the people must be the same, or differ by the width.
 * - Given all counts that can be derived of both, the people with one way through the groups (from this one to that one, or from or to
 *   none) must be able to be other than all in a column, and other than none.
 *
 * The second is exact: ways are flows from old groups to new ones, and the bounds of flows of whole numbers are whole.
 */
export function mayFollow(old: Edition, next: Edition): boolean {
  return old.columns.every((_, column) => {
    const groups = { old: shownGroups(old, column), next: shownGroups(next, column) };
    const pools = { old: poolsOf(old, column), next: poolsOf(next, column) };
    return (
      differEnough(old, next, groups) &&
      old.versions.every(({ leaves }) => ASSUMPTIONS.every((one) => leavesOpen({ old, next, pools, column, leaves }, one)))
    );
  });
}

/** Groups whose count in a column is shown, by key. */
function shownGroups(edition: Edition, column: number): Map<string, Group> {
  const withheld = new Set(edition.withheld);
  const { groups } = tableOf(edition, edition.versions.at(-1)!.leaves);
  return new Map(
    groups.filter((group) => !withheld.has(cellKey({ group, column }))).map((group) => [pathKey(group.path), group]),
  );
}

const tableOf = ({ columns, width }: Edition, leaves: readonly LeafCounts[]): CountTable => sumLeaves(leaves, { columns, width });

function differEnough(old: Edition, next: Edition, groups: { old: Map<string, Group>; next: Map<string, Group> }): boolean {
  const least = Math.max(old.width, next.width);
  return [...groups.next.keys()].every((key) => {
    if (!groups.old.has(key)) return true;
    const [before, after] = [membersOf(old, groups.old.get(key)!), membersOf(next, groups.next.get(key)!)];
    const changed = [...before].filter((one) => !after.has(one)).length + [...after].filter((one) => !before.has(one)).length;
    return changed >= least;
  });
}

const membersOf = ({ members }: Edition, { path }: Group): Set<string> =>
  new Set(members.filter(({ group }) => path.every((name, depth) => group[depth] === name)).map(contributorKey));

/**
 * The group whose sum a leaf is part of in what can be derived: the leaf itself if its count is shown, else all withheld leaves of the
 * next group upwards that is shown.
 */
function poolsOf(edition: Edition, column: number): (leaf: readonly string[]) => string {
  const shown = shownGroups(edition, column);
  return (leaf) => {
    let path = leaf;
    while (path.length > 0 && !shown.has(pathKey(path))) path = path.slice(0, -1);
    return `${path === leaf ? 'shown' : 'rest'} ${pathKey(path)}`;
  };
}

interface EditionPair {
  old: Edition;
  next: Edition;
  pools: { old: (leaf: readonly string[]) => string; next: (leaf: readonly string[]) => string };
  column: number;
  /** Of the old edition, in one of its weeks. */
  leaves: readonly LeafCounts[];
}

const NOWHERE = 'nowhere';

/** What somebody may take for granted about people who are in both. */
const ASSUMPTIONS = ['stays', 'only begins'] as const;

/**
 * Are people with the same way open in either edition? True also if nobody can be as assumed: then nothing follows from the two. That
 * people only begin to be in a column is tried of every column, and so that they only cease to be in the others.
 */
function leavesOpen(pair: EditionPair, assumption: (typeof ASSUMPTIONS)[number]): boolean {
  const { old, next, pools, column, leaves } = pair;
  const before = sumBy(presentLeaves(leaves), column, pools.old);
  const after = sumBy(next.versions[0]!.leaves, column, pools.next);
  const counted = new Map(leaves.map(({ path, week }) => [pathKey(path), week]));
  const present = old.members.filter(({ group, left }) => left === undefined || left > counted.get(pathKey(group))!);
  const [oldSum, newSum] = [total(before), total(after)];
  const vertices = new Map<string, number>();
  const vertex = (name: string) => vertices.get(name) ?? vertices.set(name, vertices.size).get(name)!;
  const arc = (from: string, to: string, capacity: number): Arc => ({
    ...{ from: vertex(from), to: vertex(to), capacity },
    ...{ flow: 0, isFree: true },
  });
  const published = [
    ...[...before].map(([pool, count]) => arc('source', `old ${pool}`, count)),
    ...[...after].map(([pool, count]) => arc(`next ${pool}`, 'sink', count)),
    arc('source', `old ${NOWHERE}`, newSum),
    arc(`next ${NOWHERE}`, 'sink', oldSum),
  ];
  const ways = countWays(present, next.members, pools).flatMap(({ from, to, people }, nth) => [
    { arc: arc(`old ${from}`, `way ${nth}`, people), isUnknown: from !== NOWHERE },
    { arc: arc(`way ${nth}`, `next ${to}`, people), isUnknown: to !== NOWHERE },
    { arc: arc(`old ${NOWHERE}`, `way ${nth}`, assumption === 'only begins' ? people : 0), isUnknown: false },
  ]);
  const arcs = [...published, arc(`old ${NOWHERE}`, `next ${NOWHERE}`, oldSum + newSum), ...ways.map((way) => way.arc)];
  const network = toNetwork(arcs);
  const flows = arcs.map(() => 0);
  const ends = { from: vertex('source'), to: vertex('sink') };
  if (push(network, flows, { ...ends, limit: oldSum + newSum }) < oldSum + newSum) return true;
  arcs.forEach((one, index) => {
    one.flow = flows[index]!;
  });
  for (const one of published) one.isFree = false;
  return ways.every((way) => !way.isUnknown || isOpen(network, arcs.indexOf(way.arc)));
}

/** Can it be more than none of these people, and fewer than all? */
function isOpen(network: Network, index: number): boolean {
  const people = network.arcs[index]!.capacity!;
  const { min, max } = flowBounds(network, index, people);
  return max > 0 && min < people;
}

const total = (counts: ReadonlyMap<string, number>): number => [...counts.values()].reduce((sum, one) => sum + one, 0);

function sumBy(leaves: readonly LeafCounts[], column: number, poolOf: (leaf: readonly string[]) => string): Map<string, number> {
  const sums = new Map<string, number>();
  for (const { path, counts } of leaves) sums.set(poolOf(path), (sums.get(poolOf(path)) ?? 0) + counts[column]!);
  return sums;
}

/** How many people went which way through the groups. */
function countWays(old: readonly EditionMember[], next: readonly EditionMember[], pools: EditionPair['pools']) {
  const before = new Map(old.map((one) => [contributorKey(one), pools.old(one.group)]));
  const after = new Map(next.map((one) => [contributorKey(one), pools.next(one.group)]));
  const ways = new Map<string, { from: string; to: string; people: number }>();
  for (const key of new Set([...before.keys(), ...after.keys()])) {
    const way = { from: before.get(key) ?? NOWHERE, to: after.get(key) ?? NOWHERE, people: 0 };
    const found = ways.get(JSON.stringify(way)) ?? way;
    ways.set(JSON.stringify(way), found);
    found.people += 1;
  }
  return [...ways.values()];
}
