/** As much of a V8 CPU profile as is read here. Times are in microseconds. */
export interface CpuProfile {
  nodes: { id: number; callFrame: { url: string }; children?: number[] }[];
  startTime: number;
  endTime: number;
  samples?: number[];
  timeDeltas?: number[];
}

/** The share of the profiled time, 0 to 1, in which the extension's code was on the stack, whatever it had called. */
export function ownShare({ nodes, startTime, endTime, samples = [], timeDeltas = [] }: CpuProfile): number {
  const parents = new Map(nodes.flatMap(({ id, children = [] }) => children.map((child) => [child, id] as const)));
  const ours = new Set(nodes.filter(({ callFrame }) => callFrame.url.startsWith('chrome-extension://')).map(({ id }) => id));
  const within = (id: number): boolean => {
    for (let at: number | undefined = id; at !== undefined; at = parents.get(at)) if (ours.has(at)) return true;
    return false;
  };
  const spent = samples.reduce((sum, id, at) => (within(id) ? sum + (timeDeltas[at] ?? 0) : sum), 0);
  return spent / (endTime - startTime);
}
