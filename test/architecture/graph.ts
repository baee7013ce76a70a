import { posix } from 'node:path';
import type { SourceFile, SourceImport } from './read-source.ts';

/** The file that a relative import names, from the project's folder; nothing for a package. */
export function targetOf(source: SourceFile, { from }: SourceImport): string | undefined {
  return from.startsWith('.') ? posix.join(posix.dirname(source.path), from.replace(/\?.*$/, '')) : undefined;
}

/** Which sources each source imports; with `valuesOnly`, only what the runtime loads. */
export function graphOf(sources: readonly SourceFile[], { valuesOnly = false } = {}): Map<string, string[]> {
  const known = new Set(sources.map(({ path }) => path));
  return new Map(
    sources.map((source) => {
      const targets = source.imports.filter((one) => !(valuesOnly && one.typeOnly)).map((one) => targetOf(source, one));
      return [source.path, targets.filter((path) => path !== undefined && known.has(path)) as string[]];
    }),
  );
}

/**
 * Which folders import each other: folders of src that are two deep, as in `hub/store`. Files directly in a module compose its folders and
 * belong to none of them.
 */
export function folderGraph(sources: readonly SourceFile[]): Map<string, string[]> {
  const folderOf = (path: string) => /^src\/([^/]+\/[^/]+)\//.exec(path)?.[1];
  const graph = new Map<string, string[]>();
  for (const [path, targets] of graphOf(sources)) {
    const folder = folderOf(path);
    if (!folder) continue;
    const others = targets.map(folderOf).filter((other) => other !== undefined && other !== folder) as string[];
    graph.set(folder, [...new Set([...(graph.get(folder) ?? []), ...others])]);
  }
  return graph;
}

/** The shortest way from one node to any that fits, both ends included. */
export function shortestPath(graph: Map<string, string[]>, from: string, fits: (path: string) => boolean): string[] | undefined {
  const paths = [[from]];
  const visited = new Set([from]);
  for (const way of paths) {
    const last = way.at(-1)!;
    if (fits(last)) return way;
    for (const next of graph.get(last) ?? []) {
      if (visited.has(next)) continue;
      visited.add(next);
      paths.push([...way, next]);
    }
  }
  return undefined;
}

/** One ring of imports for each group of files that import each other. */
export function findCycles(graph: Map<string, string[]>): string[][] {
  const inRing = new Set<string>();
  const rings: string[][] = [];
  for (const [path, targets] of graph) {
    if (inRing.has(path)) continue;
    const back = targets.map((next) => shortestPath(graph, next, (one) => one === path)).filter((way) => way !== undefined);
    const shortest = back.sort((one, other) => one.length - other.length)[0];
    if (!shortest) continue;
    for (const one of shortest) inRing.add(one);
    rings.push([path, ...shortest]);
  }
  return rings;
}
