import type { AccessibleIdentity } from './in-page/conditions.ts';
import type { Pair, PairTarget } from './pairs.ts';

export const conditions = ['plain', 'hashed', 'de', 'langonly', 'rerender', 'gone', 'langgone'] as const;
export type BenchCondition = (typeof conditions)[number];

/** Which page an anchor is made on, and which one it is looked for on. */
export interface LocateTask {
  condition: BenchCondition;
  target: PairTarget;
  madeOn: 'old' | 'new';
  truth: string | null;
  removed: boolean;
}

/** A page as it is looked for on: a version, as it is or with its names scrambled. */
export interface PageView {
  file: 'new' | 'new-de';
  scrambled: boolean;
}

export interface Twins {
  /** Ids of targets that have a twin on the page where they are looked for. */
  new: Set<number>;
  de: Set<number>;
}

/** All that is to be looked for on one view of a pair. Conditions are defined in the README of the pairs. */
export function tasksOf({ targets }: Pair, { file, scrambled }: PageView, twins: Twins): LocateTask[] {
  const present = targets.filter((target) => target.new !== null);
  const german = targets.filter((target) => target.new !== null && target.de);
  const all = (
    condition: BenchCondition,
    from: PairTarget[],
    madeOn: 'old' | 'new',
    truth: (target: PairTarget) => string | null,
    removed = false,
  ): LocateTask[] => from.map((target) => ({ condition, target, madeOn, truth: truth(target), removed }));
  if (file === 'new')
    return scrambled
      ? [...all('hashed', present, 'old', (target) => target.new), ...all('rerender', present, 'new', (target) => target.new)]
      : [
          ...all('plain', present, 'old', (target) => target.new),
          ...all(
            'gone',
            targets.filter((target) => !twins.new.has(target.id)),
            'old',
            (target) => target.new,
            true,
          ),
        ];
  const langonly = all('langonly', german, 'new', (target) => target.de!);
  return scrambled
    ? langonly
    : [
        ...all('de', german, 'old', (target) => target.de!),
        ...langonly,
        ...all(
          'langgone',
          german.filter((target) => !twins.de.has(target.id)),
          'new',
          (target) => target.de!,
          true,
        ),
      ];
}

export type { AccessibleIdentity };
