import { pathKey } from '../../../../../src/hub/aggregates/gateway/count-table.ts';
import { type LinearProgram, optimum } from './linear-program.ts';
import { isWithin, type Publication, type PublishedCell } from './publications.ts';

export interface AttackResult {
  /** Cells that were published. */
  cells: number;
  /** Questions put to the solver. */
  tried: number;
  /** What the attacker can state for certain. */
  claims: string[];
}

interface Reader {
  name: string;
  knowsSizes: boolean;
}

const READERS: readonly Reader[] = [
  { name: 'what is published', knowsSizes: false },
  { name: 'what is published and how many people each group has', knowsSizes: true },
];

/**
 * Tries to narrow down the small cells of a statistic by all sums that were published of it in all weeks. A group that was not renewed has
 * the counts of an earlier week.
 */
export function attackCells(publications: readonly Publication[]): AttackResult {
  const result: AttackResult = { cells: 0, tried: 0, claims: [] };
  for (const publication of publications) result.cells += publication.cells.filter(({ isShown }) => isShown).length;
  const readers = READERS.filter(({ knowsSizes }) => !knowsSizes || publications[0]!.columns.length > 1);
  for (const reader of readers) {
    const program = programOf(publications, reader);
    for (const publication of publications)
      for (const cell of publication.cells.filter((one) => one.isSmall && !(reader.knowsSizes && isTotal(publication, one)))) {
        result.tried += 2;
        const claim = narrowDown(program, { publication, cell, reader });
        if (claim) result.claims.push(claim);
      }
  }
  return result;
}

interface Target {
  publication: Publication;
  cell: PublishedCell;
  reader: Reader;
}

function narrowDown(program: LinearProgram, { publication, cell, reader }: Target): string | undefined {
  const total = publication.cells.find((one) => isTotal(publication, one) && pathKey(one.path) === pathKey(cell.path))!;
  const width = reader.knowsSizes ? Math.min(publication.width, total.count) : publication.width;
  const sum = sumOf(publication, cell);
  const [most, least] = [optimum(program, 'Maximize', sum), optimum(program, 'Minimize', sum)];
  if (!most || !least) throw new Error('What is published contradicts itself.');
  if (most.value - least.value >= width - 1e-6) return undefined;
  return `by ${reader.name}: ${named(publication, cell)} is from ${least.value} to ${most.value}`;
}

const isTotal = ({ columns }: Publication, { column }: PublishedCell): boolean => column === columns.length;

const named = ({ statistic, week, columns }: Publication, { path, column }: PublishedCell) =>
  `${statistic} ${week} ${path.join('/') || 'everybody'} ${columns[column] ?? 'in all'}`;

function programOf(publications: readonly Publication[], { knowsSizes }: Reader): LinearProgram {
  const atMost = new Map<string, number>();
  const equations = publications.flatMap((publication) =>
    publication.cells
      .filter((cell) => cell.isShown || (knowsSizes && isTotal(publication, cell)))
      .map((cell) => ({ terms: sumOf(publication, cell), value: cell.count })),
  );
  for (const publication of publications)
    for (const cell of publication.cells)
      for (const name of sumOf(publication, cell).keys()) atMost.set(name, Number.POSITIVE_INFINITY);
  return { atMost, equations };
}

/** The counts of the leaves that a cell is the sum of, each as of the week in which it was counted. */
function sumOf(publication: Publication, { path, column }: PublishedCell): Map<string, number> {
  const { leaves, columns, origin } = publication;
  const summed = column === columns.length ? columns.map((_, nth) => nth) : [column];
  const inside = leaves.flatMap((leaf, nth) => (isWithin(pathKey(leaf.path), path) ? [{ nth, key: pathKey(leaf.path) }] : []));
  const weekOf = (key: string) => `${origin.get(key)!.statistic}_${origin.get(key)!.week}`.replace(/\W/g, '_');
  return new Map(inside.flatMap(({ nth, key }) => summed.map((one) => [`x${nth}_${one}_${weekOf(key)}`, 1] as const)));
}
