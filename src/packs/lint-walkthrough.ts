import type { Fault } from '../model/fault/fault.ts';
import type { Walkthrough } from '../model/pack/guide.ts';
import { lintArrival } from './lint-arrival.ts';
import { lintRevealedBy } from './lint-revealed-by.ts';
import { lintStep } from './lint-step.ts';
import { idleCycle, reachable, stepGraph, stepIndex } from './step-graph.ts';

/** Finds steps that cannot be done, that nothing leads to, or that never come to an end. */
export function lintWalkthrough({ steps }: Walkthrough, path: string): Fault[] {
  const stepPath = (at: number) => `${path}.steps[${at}]`;
  const graph = stepGraph(steps);
  const reached = reachable(graph, 0);
  const circle = idleCycle(steps, graph);
  return steps.flatMap((step, at) => [
    ...lintStep(step, stepPath(at), at === steps.length - 1),
    ...lintRevealedBy(steps, at, stepPath(at)),
    ...lintArrival({ steps, graph }, at, stepPath(at)),
    ...(step.next ?? []).flatMap(({ to, if: condition }, nth): Fault[] => {
      const here = `${stepPath(at)}.next[${nth}]`;
      if (stepIndex(steps, to) === undefined)
        return [
          { path: `${here}.to`, reason: `names no step: "${to}"`, remedy: 'Name a step of this walkthrough, or write "end".' },
        ];
      if (condition || nth === step.next!.length - 1) return [];
      return [
        { path: here, reason: 'is always taken, so that those after it never are', remedy: 'Put it last, or give it an "if".' },
      ];
    }),
    ...(reached.has(at) ? [] : [unreached(stepPath(at))]),
    ...(reachable(graph, at).has(steps.length) ? [] : [endless(stepPath(at))]),
    ...(circle.includes(at) ? [idle(stepPath(at))] : []),
  ]);
}

const unreached = (path: string): Fault => ({
  path,
  reason: 'is never reached: nothing leads to it',
  remedy: 'Let a "next" name it, or remove it.',
});

const endless = (path: string): Fault => ({
  path,
  reason: 'never comes to an end, whichever way it goes on',
  remedy: 'Let one of its ways lead to "end".',
});

const idle = (path: string): Fault => ({
  path,
  reason: 'lies on a circle that goes round by itself: no step of it waits for the person',
  remedy: 'Let one of its steps wait for a click, a change or Next, and not be optional.',
});
