import { posix } from 'node:path';
import type { Import, Source } from './read-source.ts';

/** The file that a relative import names, from the project's folder; nothing for a package. */
export function targetOf(source: Source, { from }: Import): string | undefined {
  return from.startsWith('.') ? posix.join(posix.dirname(source.path), from.replace(/\?.*$/, '')) : undefined;
}

/** Which sources each source imports; with `valuesOnly`, only what the runtime loads. */
export function graphOf(sources: readonly Source[], { valuesOnly = false } = {}): Map<string, string[]> {
  const known = new Set(sources.map(({ path }) => path));
  return new Map(
    sources.map((source) => {
      const targets = source.imports.filter((one) => !(valuesOnly && one.typeOnly)).map((one) => targetOf(source, one));
      return [source.path, targets.filter((path) => path !== undefined && known.has(path)) as string[]];
    }),
  );
}

/** The shortest way from one node to any that fits, both ends included. */
export function wayTo(graph: Map<string, string[]>, from: string, fits: (path: string) => boolean): string[] | undefined {
  const ways = [[from]];
  const seen = new Set([from]);
  for (const way of ways) {
    const last = way.at(-1)!;
    if (fits(last)) return way;
    for (const next of graph.get(last) ?? []) {
      if (seen.has(next)) continue;
      seen.add(next);
      ways.push([...way, next]);
    }
  }
  return undefined;
}

/** One ring of imports for each group of files that import each other. */
export function ringsOf(graph: Map<string, string[]>): string[][] {
  const inRing = new Set<string>();
  const rings: string[][] = [];
  for (const [path, targets] of graph) {
    if (inRing.has(path)) continue;
    const back = targets.map((next) => wayTo(graph, next, (one) => one === path)).filter((way) => way !== undefined);
    const shortest = back.sort((one, other) => one.length - other.length)[0];
    if (!shortest) continue;
    for (const one of shortest) inRing.add(one);
    rings.push([path, ...shortest]);
  }
  return rings;
}
