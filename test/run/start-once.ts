/** What has been started in this process, by name, and how many projects use it. */
type Started = Map<string, { users: number; resource: Promise<unknown> }>;

/** Each project of vitest loads its global setup anew, so a module's own variables are not shared between them; the process is. */
const SHARED = Symbol.for('cairn.test-resources');

/**
 * Starts a resource for the first project that asks and gives the same one to the others. The returned `release` stops it when the last
 * of them has released it.
 */
export async function startOnce<T>(
  name: string,
  start: () => Promise<T>,
  stop: (resource: T) => Promise<void>,
): Promise<{ resource: T; release: () => Promise<void> }> {
  const process = globalThis as { [SHARED]?: Started };
  process[SHARED] ??= new Map();
  const started = process[SHARED];
  const entry = started.get(name) ?? { users: 0, resource: start() };
  started.set(name, entry);
  entry.users += 1;
  const resource = (await entry.resource) as T;
  return {
    resource,
    release: async () => {
      entry.users -= 1;
      if (entry.users > 0) return;
      started.delete(name);
      await stop(resource);
    },
  };
}
