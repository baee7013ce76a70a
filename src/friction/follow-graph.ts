/**
 * Which route directly follows which, in the runs of one task, split at its declared start and finish. A detour leaves the usual way
 * and comes back to it.
 *
 * | rule | value | source |
 * |---|---|---|
 * | the usual way is known | after ≥ 5 runs | fewer say nothing |
 * | a route belongs to it | in ≥ half of the runs | the majority's way |
 * | a detour | routes outside it between two inside it, the same ≥ 3 times | once is looking something up |
 */
export const RUNS = 5;
export const TIMES = 3;
const SHARE = 0.5;
const MOST_DETOURS = 100;

export interface FollowGraph {
  runs: number;
  /** In how many runs a route came. */
  routes: Record<string, number>;
  /** How often one route directly followed another: `from → to`. */
  follows: Record<string, number>;
  detours: Record<string, number>;
}
export const emptyGraph: FollowGraph = { runs: 0, routes: {}, follows: {}, detours: {} };

/** One finished run more; `detours` are those that this run made possible work-arounds. */
export function addRun(
  graph: FollowGraph,
  run: readonly string[],
): { graph: FollowGraph; detours: { through: string[]; times: number }[] } {
  const way = run.filter((route, at) => route !== run[at - 1]);
  const found = graph.runs >= RUNS ? detoursOf(graph, way) : [];
  const counted = found.map((through) => ({ through, times: (graph.detours[through.join(' → ')] ?? 0) + 1 }));
  const detours = Object.entries({
    ...graph.detours,
    ...Object.fromEntries(counted.map(({ through, times }) => [through.join(' → '), times])),
  });
  return {
    graph: {
      runs: graph.runs + 1,
      routes: plusOne(graph.routes, new Set(way)),
      follows: plusOne(
        graph.follows,
        way.slice(1).map((route, at) => `${way[at]} → ${route}`),
      ),
      detours: Object.fromEntries(detours.slice(-MOST_DETOURS)),
    },
    detours: counted.filter(({ times }) => times === TIMES),
  };
}

function detoursOf({ runs, routes }: FollowGraph, way: readonly string[]): string[][] {
  const isUsual = (route: string) => (routes[route] ?? 0) >= runs * SHARE;
  const found: string[][] = [];
  let left = -1;
  way.forEach((route, at) => {
    if (!isUsual(route)) return;
    if (left >= 0 && at - left > 1) found.push(way.slice(left, at + 1));
    left = at;
  });
  return found;
}

function plusOne(counts: Record<string, number>, keys: Iterable<string>): Record<string, number> {
  const next = { ...counts };
  for (const key of keys) next[key] = (next[key] ?? 0) + 1;
  return next;
}
