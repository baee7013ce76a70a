import type { Condition } from './condition.ts';
import type { Guide } from './guide.ts';
import type { IgnoreRule } from './ignore-rule.ts';
import type { Step } from './step.ts';
import type { Task } from './task.ts';

interface PlacesOwner {
  places: readonly string[];
  guides: readonly Guide[];
  tasks?: readonly Task[] | undefined;
  ignore?: readonly IgnoreRule[] | undefined;
}

export interface PlacedPattern {
  path: string;
  place: string;
}

/** Every place of a pack with its path. */
export function placesOf({ places, guides, tasks = [], ignore = [] }: PlacesOwner): PlacedPattern[] {
  return [
    ...list('places', places),
    ...guides.flatMap((guide, at) => [
      ...list(`guides[${at}].where`, guide.where),
      ...(guide.kind === 'walkthrough' ? guide.steps : []).flatMap((step, nth) => ofStep(step, `guides[${at}].steps[${nth}]`)),
    ]),
    ...tasks.flatMap((task, at) => ofTask(task, `tasks[${at}]`)),
    ...ignore.flatMap(({ where }, at) => list(`ignore[${at}].where`, where)),
  ];
}

const one = (path: string, place: string | undefined): PlacedPattern[] => (place === undefined ? [] : [{ path, place }]);

const list = (path: string, places: readonly string[] = []): PlacedPattern[] =>
  places.map((place, nth) => ({ path: `${path}[${nth}]`, place }));

const ofStep = ({ at, advance, checks = [], next = [] }: Step, path: string): PlacedPattern[] => [
  ...one(`${path}.at`, at),
  ...one(`${path}.advance.to`, advance.on === 'place' ? advance.to : undefined),
  ...checks.flatMap(({ requires }, nth) => ofCondition(requires, `${path}.checks[${nth}].requires`)),
  ...next.flatMap(({ if: when }, nth) => ofCondition(when, `${path}.next[${nth}].if`)),
];

const ofCondition = (condition: Condition | undefined, path: string): PlacedPattern[] =>
  one(`${path}.place`, condition?.is === 'place' ? condition.place : undefined);

const ofTask = ({ start, finish, abandon, steps = [] }: Task, path: string): PlacedPattern[] => [
  ...one(`${path}.start`, start),
  ...one(`${path}.finish`, finish),
  ...list(`${path}.abandon`, abandon),
  ...steps.flatMap(({ at }, nth) => one(`${path}.steps[${nth}].at`, at)),
];
