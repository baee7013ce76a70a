import type { AttackResult } from './attack-cells.ts';
import { optimum } from './linear-program.ts';
import { isWithin, type Publication } from './publications.ts';

/** What an attacker takes for granted about a person's column. */
export type Assumption = 'stays' | 'only begins';

/** People of whom everything published says the same: how many of them are in a column is one unknown. */
interface Alike {
  keys: string[];
  /** Their leaf in each publication, if they are counted there. */
  leaves: (string | undefined)[];
  gone: boolean[];
}

/**
 * Tries to settle somebody's column from several publications about people whose memberships, arrivals and departures are all known.
 * One program finds all who are settled: of each unknown it seeks a solution, in units of any size, in which it is more than nothing and
 * one in which it is less than everybody, and the sum of solutions is one again.
 *
 * @returns undefined if what is published contradicts the assumption, so that nothing follows
 */
export function attackPeople(publications: readonly Publication[], assumption: Assumption): AttackResult | undefined {
  const groups = alikes(publications);
  const columns = publications[0]!.columns;
  // Of two columns, one says what the other does; of one, everybody is in it.
  const open = columns.length > 2 ? columns.keys() : columns.slice(1).keys();
  const claims: string[] = [];
  let tried = 0;
  for (const column of open) {
    tried += groups.length;
    const found = settledIn(publications, { groups, column, assumption });
    if (!found) return undefined;
    claims.push(...found);
  }
  return { cells: 0, tried, claims };
}

function alikes(publications: readonly Publication[]): Alike[] {
  const bySignature = new Map<string, Alike>();
  const keys = new Set(publications.flatMap(({ leafOf }) => [...leafOf.keys()]));
  for (const key of keys) {
    const leaves = publications.map(({ leafOf }) => leafOf.get(key));
    const gone = publications.map((one, nth) => leaves[nth] !== undefined && one.origin.get(leaves[nth])!.gone.has(key));
    const signature = JSON.stringify([leaves, gone]);
    const alike = bySignature.get(signature) ?? { keys: [], leaves, gone };
    alike.keys.push(key);
    bySignature.set(signature, alike);
  }
  return [...bySignature.values()];
}

interface Question {
  groups: readonly Alike[];
  column: number;
  assumption: Assumption;
}

function settledIn(publications: readonly Publication[], { groups, column, assumption }: Question): string[] | undefined {
  const atMost = new Map<string, number>([['scale', Number.POSITIVE_INFINITY]]);
  const notNegative: Map<string, number>[] = [];
  const aim = new Map<string, number>();
  const names = groups.map((group, nth) =>
    publications.map((one, at) => unknownOf(one, at, { group, nth, assumption, publications })),
  );
  const unknowns = new Map(
    names.flatMap((row, nth) => row.flatMap((name) => (name === undefined ? [] : [[name, groups[nth]!] as const]))),
  );
  for (const [name, { keys }] of unknowns) {
    for (const one of [name, `more_${name}`, `less_${name}`]) atMost.set(one, one === name ? Number.POSITIVE_INFINITY : 1);
    notNegative.push(
      new Map([
        [name, 1],
        [`more_${name}`, -1],
      ]),
      new Map([
        ['scale', keys.length],
        [name, -1],
        [`less_${name}`, -1],
      ]),
    );
    aim.set(`more_${name}`, 1).set(`less_${name}`, 1);
  }
  if (assumption === 'only begins') notNegative.push(...risingOnly(names));
  const equations = publications.flatMap((publication, at) => equationsOf(publication, { at, groups, names, column }));
  notNegative.push(
    new Map([
      ['scale', 1],
      ['one', -1],
    ]),
  );
  const program = {
    atMost: atMost.set('one', 1),
    equations: [...equations, { terms: new Map([['one', 1]]), value: 1 }],
    notNegative,
  };
  const found = optimum(program, 'Maximize', aim);
  if (!found) return undefined;
  return [...unknowns].flatMap(([name, { keys }]) => {
    const who = keys.length === 1 ? keys[0] : `${keys.length} people such as ${keys[0]}`;
    const in_ = publications[0]!.columns[column];
    if (found.at(`more_${name}`) < 0.5) return [`${who}: not ${in_}`];
    return found.at(`less_${name}`) < 0.5 ? [`${who}: ${in_}`] : [];
  });
}

interface Place {
  group: Alike;
  nth: number;
  assumption: Assumption;
  publications: readonly Publication[];
}

/** One unknown for people who stay as they are; else one for each moment at which their group was counted. */
function unknownOf(publication: Publication, at: number, { group, nth, assumption, publications }: Place): string | undefined {
  const leaf = group.leaves[at];
  if (leaf === undefined || group.gone[at]) return undefined;
  return assumption === 'stays' ? `p${nth}` : `p${nth}_${publications.indexOf(publication.origin.get(leaf)!)}`;
}

function risingOnly(names: readonly (readonly (string | undefined)[])[]): Map<string, number>[] {
  return names.flatMap((row) => {
    const moments = [...new Set(row.filter((name) => name !== undefined))];
    return moments.slice(1).map(
      (name, nth) =>
        new Map([
          [name, 1],
          [moments[nth]!, -1],
        ]),
    );
  });
}

interface Unknowns {
  at: number;
  groups: readonly Alike[];
  names: readonly (readonly (string | undefined)[])[];
  column: number;
}

/** Every number that is shown of the column, as a sum of unknowns; people who are gone are in the last column. */
function equationsOf({ cells, columns }: Publication, { at, groups, names, column }: Unknowns) {
  const isLast = column === columns.length - 1;
  return cells
    .filter((cell) => cell.isShown && cell.column === column)
    .map(({ path, count }) => {
      const inside = groups.flatMap((group, nth) =>
        group.leaves[at] !== undefined && isWithin(group.leaves[at], path) ? [nth] : [],
      );
      const known = isLast ? inside.reduce((sum, nth) => sum + (groups[nth]!.gone[at] ? groups[nth]!.keys.length : 0), 0) : 0;
      const terms = new Map<string, number>([['scale', known - count]]);
      for (const nth of inside) if (names[nth]![at] !== undefined) terms.set(names[nth]![at], 1);
      return { terms, value: 0 };
    });
}
