import { createCheapestFirst } from './cheapest-first.ts';
import { type Network, pathTo, residual } from './flow.ts';

interface Search {
  /** The arc whose flow is to be uncertain. */
  index: number;
  /** By how much. */
  amount: number;
  /** The present flow of each arc. */
  flows: readonly number[];
  /** What it costs to withhold an arc that is not free. */
  costOf: (index: number) => number;
}

/**
 * The cheapest arcs that have to become free so that the flow of one arc could be larger by an amount: a way back from its end to its
 * start (Dijkstra). Undefined if there is none.
 */
export function findPartners({ arcs, arcsAt }: Network, { index, amount, flows, costOf }: Search): number[] | undefined {
  const { from: goal, to: start } = arcs[index]!;
  const cost = new Map<number, number>([[start, 0]]);
  const cameBy = new Map<number, number>([[start, -1]]);
  const open = createCheapestFirst();
  const closed = new Set<number>();
  open.add(start, 0);
  for (let vertex = open.take(); vertex !== undefined; vertex = open.take()) {
    if (vertex === goal) return pathTo(arcs, cameBy, goal).map((one) => one.index);
    if (closed.has(vertex)) continue;
    closed.add(vertex);
    for (const next of arcsAt[vertex]!) {
      const arc = arcs[next]!;
      if (next === index || residual(arc, vertex, flows[next]!) < amount) continue;
      const other = arc.from === vertex ? arc.to : arc.from;
      const sum = cost.get(vertex)! + (arc.isFree ? 0 : costOf(next));
      if (sum >= (cost.get(other) ?? Number.POSITIVE_INFINITY)) continue;
      cost.set(other, sum);
      cameBy.set(other, next);
      open.add(other, sum);
    }
  }
  return undefined;
}
