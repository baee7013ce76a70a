import type { PackSource } from '../model/policy/policy.ts';

/** A source of a pack in the policy, and its name. */
export interface NamedSource {
  /** Stable while other entries of the policy change: the address, or the position among the inline packs. */
  key: string;
  /** For people. Without the query, which may contain a key, but for the test channel of a hub. */
  name: string;
  source: PackSource;
}

/** The policy's sources, each once. */
export function namedSources(sources: readonly PackSource[]): NamedSource[] {
  const inline = sources.filter(({ url }) => url === undefined);
  const named = sources.map((source): NamedSource => {
    if (source.url !== undefined) return { key: source.url, name: nameOf(source.url), source };
    const nth = inline.indexOf(source) + 1;
    return { key: `inline ${nth}`, name: `In the policy itself (${nth})`, source };
  });
  return [...new Map(named.map((one) => [one.key, one])).values()];
}

function nameOf(url: string): string {
  const name = url.replace(/[?#].*$/s, '');
  return url === `${name}?channel=test` ? url : name;
}
