/** As much of a V8 CPU profile as is read here. Times are in microseconds. */
export interface SampledProfile {
  nodes: {
    id: number;
    callFrame: { url: string; functionName: string; lineNumber?: number; columnNumber?: number };
    children?: number[];
  }[];
  samples?: number[];
  timeDeltas?: number[];
}

interface ScriptShares {
  /** Milliseconds in which the main thread did something. */
  busyMs: number;
  /** Milliseconds by the address of the script that ran. */
  msByScript: Map<string, number>;
  /** Milliseconds by `function script:line:column`, of the scripts that `isWanted` accepts. */
  msByFunction: Map<string, number>;
}

/** No script runs and nothing else does. All other time without a script is the browser's own work for the page. */
const IDLE = '(idle)';

/**
 * Divides the time of a profile among scripts. A sample belongs to the innermost script on its stack, with what of the browser that script
 * had called: a tool that wraps functions of the page does not pay for what the page does in them.
 */
export function scriptShares(
  { nodes, samples = [], timeDeltas = [] }: SampledProfile,
  isWanted: (url: string) => boolean,
): ScriptShares {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const parents = new Map(nodes.flatMap(({ id, children = [] }) => children.map((child) => [child, id] as const)));
  const shares: ScriptShares = { busyMs: 0, msByScript: new Map(), msByFunction: new Map() };
  samples.forEach((id, at) => {
    const ms = (timeDeltas[at] ?? 0) / 1000;
    if (byId.get(id)?.callFrame.functionName === IDLE) return;
    shares.busyMs += ms;
    for (let node = byId.get(id); node; node = byId.get(parents.get(node.id) ?? -1)) {
      const { url, functionName, lineNumber, columnNumber } = node.callFrame;
      if (!url) continue;
      add(shares.msByScript, url, ms);
      if (isWanted(url))
        add(
          shares.msByFunction,
          `${functionName || '(anonymous)'} ${url.replace(/^.*\//, '')}:${(lineNumber ?? -1) + 1}:${(columnNumber ?? -1) + 1}`,
          ms,
        );
      break;
    }
  });
  return shares;
}

const add = (sums: Map<string, number>, key: string, ms: number): void => void sums.set(key, (sums.get(key) ?? 0) + ms);
