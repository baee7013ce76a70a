import loadHighs from 'highs';

const highs = await loadHighs();

/** A sum of variables, each with its factor. */
export type Terms = ReadonlyMap<string, number>;

/** What somebody knows about numbers that are not published: equations and bounds of variables. */
export interface LinearProgram {
  atMost: ReadonlyMap<string, number>;
  equations: readonly { terms: Terms; value: number }[];
  /** Sums that are at least zero. */
  notNegative?: readonly Terms[];
}

/** The largest or smallest value of a sum; undefined if nothing fits what is known, infinite if nothing limits it. */
export function optimum(
  { atMost, equations, notNegative = [] }: LinearProgram,
  sense: 'Maximize' | 'Minimize',
  sum: Terms,
): { value: number; at: (variable: string) => number } | undefined {
  const lines = [
    sense,
    ` aim: ${written(sum)}`,
    'Subject To',
    ...equations.map(({ terms, value }, nth) => ` e${nth}: ${written(terms)} = ${value}`),
    ...notNegative.map((terms, nth) => ` n${nth}: ${written(terms)} >= 0`),
    'Bounds',
    ...[...atMost].map(([name, most]) => ` 0 <= ${name} <= ${Number.isFinite(most) ? most : '+inf'}`),
    'End',
  ];
  const solution = highs.solve(lines.join('\n'), { output_flag: false, presolve: 'off' });
  switch (solution.Status) {
    case 'Optimal': {
      const columns = solution.Columns as Record<string, { Primal: number }>;
      return { value: solution.ObjectiveValue, at: (variable) => columns[variable]?.Primal ?? 0 };
    }
    case 'Unbounded':
      return { value: sense === 'Maximize' ? Number.POSITIVE_INFINITY : Number.NEGATIVE_INFINITY, at: () => Number.NaN };
    case 'Infeasible':
      return undefined;
    default:
      throw new Error(`The solver ended with ${solution.Status}.`);
  }
}

const written = (terms: Terms): string =>
  [...terms].map(([name, factor]) => `${factor < 0 ? '-' : '+'} ${Math.abs(factor)} ${name}`).join(' ');
