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
 *
 * @param isLeftOut scripts whose time is no part of the busy time
 */
export function scriptShares(
  { nodes, samples = [], timeDeltas = [] }: SampledProfile,
  isWanted: (url: string) => boolean,
  isLeftOut: (url: string) => boolean,
): ScriptShares {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const parents = new Map(nodes.flatMap(({ id, children = [] }) => children.map((child) => [child, id] as const)));
  const shares: ScriptShares = { busyMs: 0, msByScript: new Map(), msByFunction: new Map() };
  const innermostScript = (id: number) => {
    let node = byId.get(id);
    while (node && !node.callFrame.url) node = byId.get(parents.get(node.id) ?? -1);
    return node?.callFrame;
  };
  samples.forEach((id, at) => {
    const ms = (timeDeltas[at] ?? 0) / 1000;
    const frame = innermostScript(id);
    if (byId.get(id)?.callFrame.functionName === IDLE || (frame && isLeftOut(frame.url))) return;
    shares.busyMs += ms;
    if (!frame) return;
    add(shares.msByScript, frame.url, ms);
    if (isWanted(frame.url)) add(shares.msByFunction, labelOf(frame), ms);
  });
  return shares;
}

const labelOf = ({
  functionName,
  url,
  lineNumber = -1,
  columnNumber = -1,
}: SampledProfile['nodes'][number]['callFrame']): string =>
  `${functionName || '(anonymous)'} ${url.replace(/^.*\//, '')}:${lineNumber + 1}:${columnNumber + 1}`;

const add = (sums: Map<string, number>, key: string, ms: number): void => void sums.set(key, (sums.get(key) ?? 0) + ms);
