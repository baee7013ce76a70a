import { isWithin, type Publication } from './publications.ts';

/** Looks for numbers of the same people that differ by fewer than the threshold: a published difference of three is a cell of three. */
export function attackChanges(publications: readonly Publication[]): string[] {
  return pairsOf(publications).flatMap(([before, after]) => {
    const shown = after.cells.filter((cell) => cell.isShown && hasSamePeople(before, after, cell.path));
    return shown.flatMap((cell) => {
      const old = before.cells.find(({ path, column }) => column === cell.column && path.join('/') === cell.path.join('/'));
      const change = old?.isShown ? Math.abs(cell.count - old.count) : 0;
      const isTold = change > 0 && change < after.width;
      return isTold ? [`${after.statistic} ${cell.path.join('/')}: ${change} changed from ${before.week} to ${after.week}`] : [];
    });
  });
}

/** Looks for two published totals of which one is of the other's people and a few more. */
export function attackPopulations(publications: readonly Publication[]): string[] {
  return pairsOf(publications).flatMap(([one, other]) => {
    const [small, large] = one.leafOf.size < other.leafOf.size ? [one, other] : [other, one];
    const more = large.leafOf.size - small.leafOf.size;
    const isNested = more > 0 && more < large.width && [...small.leafOf.keys()].every((key) => large.leafOf.has(key));
    const areShown = [small, large].every(({ cells, columns }) =>
      cells.some(({ path, column, isShown }) => path.length === 0 && column === columns.length && isShown),
    );
    return isNested && areShown && small.statistic !== large.statistic
      ? [`${large.statistic} has ${more} people more than ${small.statistic}`]
      : [];
  });
}

function hasSamePeople(before: Publication, after: Publication, path: readonly string[]): boolean {
  const inside = ({ leafOf }: Publication) => [...leafOf].filter(([, leaf]) => isWithin(leaf, path)).map(([key]) => key);
  return inside(before).sort().join() === inside(after).sort().join();
}

export const pairsOf = <T>(all: readonly T[]): [T, T][] =>
  all.flatMap((one, nth) => all.slice(nth + 1).map((other): [T, T] => [one, other]));
