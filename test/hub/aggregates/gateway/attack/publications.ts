import { type LeafCounts, pathKey, sumLeaves } from '../../../../../src/hub/aggregates/gateway/count-table.ts';
import type { Edition } from '../../../../../src/hub/aggregates/gateway/statistic.ts';
import { cellKey } from '../../../../../src/hub/aggregates/gateway/withhold-cells.ts';
import { contributorKey } from '../../../../../src/hub/aggregates/people.ts';

/** A number of a published table: exact, although the product shows it in words. */
export interface PublishedCell {
  path: readonly string[];
  /** The number of columns for the total. */
  column: number;
  count: number;
  isSmall: boolean;
  isShown: boolean;
}

/** What the world can see of a statistic after a week in which it changed, and what is behind it. */
export interface Publication {
  statistic: string;
  /** What it measures; statistics of the same are attacked together. */
  measure: string;
  week: string;
  columns: readonly string[];
  width: number;
  leaves: readonly LeafCounts[];
  cells: readonly PublishedCell[];
  /** The leaf of each person who is counted: readers are taken to know it. */
  leafOf: ReadonlyMap<string, string>;
  /** Who was gone by this week. */
  gone: ReadonlySet<string>;
  /** The publication in which each leaf got its counts. */
  origin: ReadonlyMap<string, Publication>;
}

/** Collects what changes from week to week. */
export function observe(seen: Publication[], week: string, editions: readonly Edition[]): void {
  for (const edition of editions) {
    const before = seen.findLast(({ statistic }) => statistic === edition.statistic);
    const isNew = edition.versions.at(-1)!.week === week;
    if (isNew && before?.week !== week) seen.push(publicationOf(edition, week, before));
  }
}

function publicationOf(edition: Edition, week: string, before: Publication | undefined): Publication {
  const { leaves } = edition.versions.at(-1)!;
  const withheld = new Set(edition.withheld);
  const origin = new Map<string, Publication>();
  const publication: Publication = {
    ...{
      statistic: edition.statistic,
      measure: edition.measures.join(),
      week,
      columns: edition.columns,
      width: edition.width,
      leaves,
      origin,
    },
    cells: sumLeaves(leaves, edition).groups.flatMap((group) =>
      group.counts.map((count, column) => ({
        ...{ path: group.path, column, count, isSmall: group.isSmall[column]! },
        isShown: !withheld.has(cellKey({ group, column })),
      })),
    ),
    leafOf: new Map(edition.members.map((one) => [contributorKey(one), pathKey(one.group)])),
    gone: new Set(edition.members.filter(({ left }) => left !== undefined).map(contributorKey)),
  };
  for (const leaf of leaves) {
    const key = pathKey(leaf.path);
    origin.set(key, leaf.week === week ? publication : before!.origin.get(key)!);
  }
  return publication;
}

export const isWithin = (leaf: string, path: readonly string[]): boolean => {
  const leafPath = JSON.parse(leaf) as string[];
  return path.every((name, depth) => leafPath[depth] === name);
};
