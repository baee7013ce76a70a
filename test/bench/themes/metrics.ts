/** How well groups agree with a reference: chance-adjusted mutual information and Rand index, and B-cubed precision and recall. */
export interface Agreement {
  ami: number;
  ari: number;
  b3p: number;
  b3r: number;
  b3f: number;
}

/** Compares the group of each item with its group in the reference. */
export function compareGroupings(reference: readonly unknown[], found: readonly unknown[]): Agreement {
  if (reference.length !== found.length) throw new Error('Both groupings must have the same items.');
  const table = contingency(reference, found);
  return { ami: adjustedMutualInformation(table), ari: adjustedRandIndex(table), ...bCubed(table) };
}

/** How many items each pair of groups shares, and the sizes of the groups. */
interface Contingency {
  items: number;
  cells: { count: number; row: number; column: number }[];
  rows: number[];
  columns: number[];
}

function contingency(reference: readonly unknown[], found: readonly unknown[]): Contingency {
  const rowOf = numbering(reference);
  const columnOf = numbering(found);
  const rows = new Array<number>(rowOf.size).fill(0);
  const columns = new Array<number>(columnOf.size).fill(0);
  const counts = new Map<number, number>();
  reference.forEach((label, item) => {
    const row = rowOf.get(label)!;
    const column = columnOf.get(found[item])!;
    rows[row]! += 1;
    columns[column]! += 1;
    const cell = row * columns.length + column;
    counts.set(cell, (counts.get(cell) ?? 0) + 1);
  });
  const cells = [...counts].map(([cell, count]) => ({
    count,
    row: rows[Math.floor(cell / columns.length)]!,
    column: columns[cell % columns.length]!,
  }));
  return { items: reference.length, cells, rows, columns };
}

function numbering(labels: readonly unknown[]): Map<unknown, number> {
  return new Map([...new Set(labels)].map((label, index) => [label, index]));
}

/** Adjusted by the arithmetic mean of both entropies, with the exact expectation over random groups of the same sizes. */
function adjustedMutualInformation({ items, cells, rows, columns }: Contingency): number {
  if (rows.length === 1 && columns.length === 1) return 1;
  const information = sum(cells.map(({ count, row, column }) => (count / items) * Math.log((items * count) / (row * column))));
  const expected = expectedInformation(items, rows, columns);
  const most = (entropy(rows, items) + entropy(columns, items)) / 2;
  return (information - expected) / Math.max(most - expected, Number.EPSILON);
}

function expectedInformation(items: number, rows: readonly number[], columns: readonly number[]): number {
  const logFactorial = logFactorials(items);
  const term = (row: number, column: number, shared: number) => {
    const ways =
      logFactorial[row]! +
      logFactorial[column]! +
      logFactorial[items - row]! +
      logFactorial[items - column]! -
      logFactorial[items]!;
    const orders =
      logFactorial[shared]! +
      logFactorial[row - shared]! +
      logFactorial[column - shared]! +
      logFactorial[items - row - column + shared]!;
    return (shared / items) * Math.log((items * shared) / (row * column)) * Math.exp(ways - orders);
  };
  let expected = 0;
  for (const [row, sameRows] of countSizes(rows))
    for (const [column, sameColumns] of countSizes(columns))
      for (let shared = Math.max(1, row + column - items); shared <= Math.min(row, column); shared += 1)
        expected += sameRows * sameColumns * term(row, column, shared);
  return expected;
}

function logFactorials(most: number): Float64Array {
  const logs = new Float64Array(most + 1);
  for (let number = 2; number <= most; number += 1) logs[number] = logs[number - 1]! + Math.log(number);
  return logs;
}

function countSizes(sizes: readonly number[]): Map<number, number> {
  const counts = new Map<number, number>();
  for (const size of sizes) counts.set(size, (counts.get(size) ?? 0) + 1);
  return counts;
}

function entropy(sizes: readonly number[], items: number): number {
  return -sum(sizes.map((size) => (size / items) * Math.log(size / items)));
}

function adjustedRandIndex({ items, cells, rows, columns }: Contingency): number {
  const together = sum(cells.map(({ count }) => pairs(count)));
  const inRows = sum(rows.map(pairs));
  const inColumns = sum(columns.map(pairs));
  const expected = (inRows * inColumns) / Math.max(1, pairs(items));
  const most = (inRows + inColumns) / 2;
  return most === expected ? 1 : (together - expected) / (most - expected);
}

function pairs(count: number): number {
  return (count * (count - 1)) / 2;
}

function bCubed({ items, cells }: Contingency): { b3p: number; b3r: number; b3f: number } {
  const b3p = sum(cells.map(({ count, column }) => (count * count) / column)) / items;
  const b3r = sum(cells.map(({ count, row }) => (count * count) / row)) / items;
  return { b3p, b3r, b3f: (2 * b3p * b3r) / (b3p + b3r) };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
