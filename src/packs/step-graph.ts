import type { Step } from '../model/step.ts';

/** Where each step may lead: indexes of steps, and `steps.length` for the end. Names that no step has are left out. */
export function stepGraph(steps: readonly Step[]): number[][] {
  return steps.map(({ next = [] }, at) => {
    const always = next.findIndex((branch) => !branch.if);
    const tried = always < 0 ? next : next.slice(0, always + 1);
    const named = tried.flatMap(({ to }) => target(steps, to) ?? []);
    return always < 0 ? [...named, at + 1] : named;
  });
}

/** The step of that name; "end" is the end, unless a step is called so. */
export function target(steps: readonly Step[], to: string): number | undefined {
  const at = steps.findIndex(({ id }) => id === to);
  if (at >= 0) return at;
  return to === 'end' ? steps.length : undefined;
}

/** All that can be reached from there, itself included. */
export function reachable(graph: readonly (readonly number[])[], from: number): Set<number> {
  const seen = new Set([from]);
  for (const at of seen) for (const next of graph[at] ?? []) seen.add(next);
  return seen;
}

/** Steps on a circle that goes round by itself: none of them waits for the person. */
export function idleCircle(steps: readonly Step[], graph: readonly (readonly number[])[]): number[] {
  const idle = graph.map((next, at) => (goesByItself(steps[at]!) ? next : []));
  return idle.flatMap((next, at) => (next.some((to) => reachable(idle, to).has(at)) ? [at] : []));
}

const goesByItself = ({ optional, advance: { on } }: Step): boolean =>
  optional === true || on === 'there' || on === 'gone' || on === 'place';
