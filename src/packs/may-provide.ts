import type { NamedSource } from './pack-source.ts';

/**
 * May this source of the policy provide the pack with the name `app/id`? Not if the policy says that the source is for another pack, or
 * that another source is for this pack.
 */
export function mayProvide(key: string, name: string, sources: readonly NamedSource[]): boolean {
  const own = sources.find((one) => one.key === key);
  return own !== undefined && isFor(own, name) && !assignedElsewhere(key, name, sources);
}

/** The other source that the policy names for this pack by app and id. */
export function assignedElsewhere(key: string, name: string, sources: readonly NamedSource[]): NamedSource | undefined {
  const assigned = sources.find(({ source: { app, id } }) => id !== undefined && `${app}/${id}` === name);
  return assigned && assigned.key !== key ? assigned : undefined;
}

/** Is the pack the one that the policy expects of this source? */
export function isFor({ source }: NamedSource, name: string): boolean {
  const [app, id] = name.split('/');
  return (source.app === undefined || source.app === app) && (source.id === undefined || source.id === id);
}
