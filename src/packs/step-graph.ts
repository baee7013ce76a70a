import type { Step } from '../model/pack/step.ts';

/** The steps that each step may lead to, by index; `steps.length` is the end. Names of missing steps are left out. */
export function stepGraph(steps: readonly Step[]): number[][] {
  return steps.map(({ next = [] }, at) => {
    const unconditional = next.findIndex((branch) => !branch.if);
    const candidates = unconditional < 0 ? next : next.slice(0, unconditional + 1);
    const targets = candidates.flatMap(({ to }) => stepIndex(steps, to) ?? []);
    return unconditional < 0 ? [...targets, at + 1] : targets;
  });
}

/** The index of the step with that name; "end" is the end, unless a step has that name. */
export function stepIndex(steps: readonly Step[], to: string): number | undefined {
  const at = steps.findIndex(({ id }) => id === to);
  if (at >= 0) return at;
  return to === 'end' ? steps.length : undefined;
}

/** Everything reachable from an index, itself included. */
export function reachable(graph: readonly (readonly number[])[], from: number): Set<number> {
  const reached = new Set([from]);
  for (const at of reached) for (const next of graph[at] ?? []) reached.add(next);
  return reached;
}

/** Steps on a cycle in which no step waits for the person. */
export function idleCycle(steps: readonly Step[], graph: readonly (readonly number[])[]): number[] {
  const idle = graph.map((next, at) => (advancesByItself(steps[at]!) ? next : []));
  return idle.flatMap((next, at) => (next.some((to) => reachable(idle, to).has(at)) ? [at] : []));
}

const advancesByItself = ({ optional, advance: { on } }: Step): boolean =>
  optional === true || on === 'appears' || on === 'disappears' || on === 'place';
