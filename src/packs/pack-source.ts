import type { PackSource } from '../model/policy/policy.ts';

/** A place in the policy that a pack comes from, and what it is called. */
export interface NamedSource {
  /** Stable while the policy's other entries change: the address, or the how-manieth of the packs in place. */
  key: string;
  /** For people; without the query, which may hold a key. */
  name: string;
  source: PackSource;
}

/** The policy's sources, each once. */
export function namedSources(sources: readonly PackSource[]): NamedSource[] {
  const inline = sources.filter(({ url }) => url === undefined);
  const named = sources.map((source): NamedSource => {
    if (source.url !== undefined) return { key: source.url, name: source.url.replace(/[?#].*$/s, ''), source };
    const nth = inline.indexOf(source) + 1;
    return { key: `inline ${nth}`, name: `In the policy itself (${nth})`, source };
  });
  return [...new Map(named.map((one) => [one.key, one])).values()];
}
