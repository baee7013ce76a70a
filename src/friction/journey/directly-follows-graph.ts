/**
 * Which route directly follows which in the runs of one task, from its declared start to its finish. A detour leaves the usual routes and
 * returns to them. The term is that of process mining: https://en.wikipedia.org/wiki/Process_mining
 *
 * | rule | value | source |
 * |---|---|---|
 * | the usual routes are known | after ≥ 5 runs | fewer are not conclusive |
 * | a route is usual | in ≥ half of the runs | what the majority does |
 * | a detour | unusual routes between two usual ones, the same ≥ 3 times | once is looking something up |
 */
const KNOWN_AFTER_RUNS = 5;
const REPORT_AT_TIMES = 3;
const USUAL_SHARE = 0.5;
const MAX_DETOURS = 100;

export interface DirectlyFollowsGraph {
  runs: number;
  /** In how many runs a route was visited. */
  routes: Record<string, number>;
  /** How often one route directly followed another: `from → to`. */
  follows: Record<string, number>;
  detours: Record<string, number>;
}
export const emptyGraph: DirectlyFollowsGraph = { runs: 0, routes: {}, follows: {}, detours: {} };

/** Adds a finished run. `detours` are those that became possible work-arounds by this run. */
export function addRun(
  graph: DirectlyFollowsGraph,
  run: readonly string[],
): { graph: DirectlyFollowsGraph; detours: { through: string[]; times: number }[] } {
  const routes = run.filter((route, at) => route !== run[at - 1]);
  const found = graph.runs >= KNOWN_AFTER_RUNS ? detoursOf(graph, routes) : [];
  const counted = found.map((through) => ({ through, times: (graph.detours[through.join(' → ')] ?? 0) + 1 }));
  const detours = Object.entries({
    ...graph.detours,
    ...Object.fromEntries(counted.map(({ through, times }) => [through.join(' → '), times])),
  });
  return {
    graph: {
      runs: graph.runs + 1,
      routes: plusOne(graph.routes, new Set(routes)),
      follows: plusOne(
        graph.follows,
        routes.slice(1).map((route, at) => `${routes[at]} → ${route}`),
      ),
      detours: Object.fromEntries(detours.slice(-MAX_DETOURS)),
    },
    detours: counted.filter(({ times }) => times === REPORT_AT_TIMES),
  };
}

function detoursOf({ runs, routes: routeCounts }: DirectlyFollowsGraph, routes: readonly string[]): string[][] {
  const isUsual = (route: string) => (routeCounts[route] ?? 0) >= runs * USUAL_SHARE;
  const found: string[][] = [];
  let lastUsual = -1;
  routes.forEach((route, at) => {
    if (!isUsual(route)) return;
    if (lastUsual >= 0 && at - lastUsual > 1) found.push(routes.slice(lastUsual, at + 1));
    lastUsual = at;
  });
  return found;
}

function plusOne(counts: Record<string, number>, keys: Iterable<string>): Record<string, number> {
  const next = { ...counts };
  for (const key of keys) next[key] = (next[key] ?? 0) + 1;
  return next;
}
