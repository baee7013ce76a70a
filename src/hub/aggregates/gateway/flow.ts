/** An arc of a network. What flows into a vertex flows out of it. */
export interface Arc {
  from: number;
  to: number;
  flow: number;
  /** Most that can flow; no limit if left out. */
  capacity?: number;
  /** Its flow is not published, so a reader has to consider others. */
  isFree: boolean;
}

/** A network of whole numbers, with the arcs at each vertex. */
export interface Network {
  arcs: readonly Arc[];
  /** Indices of the arcs that leave or enter a vertex. */
  arcsAt: readonly (readonly number[])[];
}

export function toNetwork(arcs: readonly Arc[]): Network {
  const arcsAt: number[][] = Array.from({ length: 1 + Math.max(0, ...arcs.map(({ from, to }) => Math.max(from, to))) }, () => []);
  arcs.forEach(({ from, to }, index) => {
    arcsAt[from]!.push(index);
    if (to !== from) arcsAt[to]!.push(index);
  });
  return { arcs, arcsAt };
}

/** What can still be sent along an arc from one of its ends: more of its flow, or less of it. */
export const residual = (arc: Arc, vertex: number, flow: number): number =>
  arc.from === vertex ? (arc.capacity ?? Number.POSITIVE_INFINITY) - flow : flow;

interface Push {
  from: number;
  to: number;
  /** An arc that is left as it is. */
  except?: number;
  /** No more than this is sent. */
  limit: number;
}

/** Sends as much as possible from one vertex to another over free arcs (Edmonds and Karp). Changes `flows`; returns what was sent. */
export function push({ arcs, arcsAt }: Network, flows: number[], { from, to, except, limit }: Push): number {
  let sent = 0;
  while (sent < limit) {
    const cameBy = new Map<number, number>([[from, -1]]);
    const queue = [from];
    for (let next = 0; next < queue.length && !cameBy.has(to); next++)
      for (const index of arcsAt[queue[next]!]!) {
        const arc = arcs[index]!;
        const other = arc.from === queue[next] ? arc.to : arc.from;
        if (!arc.isFree || index === except || cameBy.has(other) || residual(arc, queue[next]!, flows[index]!) <= 0) continue;
        cameBy.set(other, index);
        queue.push(other);
      }
    if (!cameBy.has(to)) return sent;
    const path = pathTo(arcs, cameBy, to);
    const amount = path.reduce(
      (least, { index, vertex }) => Math.min(least, residual(arcs[index]!, vertex, flows[index]!)),
      limit - sent,
    );
    for (const { index, vertex } of path) flows[index]! += arcs[index]!.from === vertex ? amount : -amount;
    sent += amount;
  }
  return sent;
}

/** The arcs to a vertex, each with the vertex at which it is entered, by the arc through which each vertex was reached. */
export function pathTo(arcs: readonly Arc[], cameBy: ReadonlyMap<number, number>, to: number) {
  const path: { index: number; vertex: number }[] = [];
  for (let vertex = to, index = cameBy.get(to)!; index >= 0; index = cameBy.get(vertex)!) {
    const arc = arcs[index]!;
    vertex = arc.to === vertex ? arc.from : arc.to;
    path.push({ index, vertex });
  }
  return path;
}

/**
 * The flows that an arc can have while those that are not free stay as they are: exact, because the bounds of a network of whole numbers
 * are whole. `limit` is how far from its present flow the bounds are looked for.
 */
export function flowBounds(network: Network, index: number, limit: number): { min: number; max: number } {
  const { from, to, flow, capacity = Number.POSITIVE_INFINITY } = network.arcs[index]!;
  const flows = () => network.arcs.map((arc) => arc.flow);
  const more = push(network, flows(), { from: to, to: from, except: index, limit: Math.min(limit, capacity - flow) });
  const less = push(network, flows(), { from, to, except: index, limit: Math.min(limit, flow) });
  return { min: flow - less, max: flow + more };
}
