import { z } from 'zod';
import type { Fault } from '../model/fault/fault.ts';

/** Anything that keeps values by name, such as `storage.local`. */
export interface KeyValue {
  get(key: string): Promise<unknown>;
  set(key: string, value: unknown): Promise<void>;
  remove(key: string): Promise<void>;
}

const fault: z.ZodType<Fault> = z.object({ path: z.string(), reason: z.string(), remedy: z.string() });

const sourceState = z.object({
  etag: z.string().optional(),
  /** `app/id` of the pack that it gave last. */
  lastPack: z.string().optional(),
  faults: z.array(fault).default([]),
});
/** What is remembered of a place that packs come from. */
export type SourceState = z.infer<typeof sourceState>;

const shelvedPack = z.object({ source: z.string(), version: z.int(), digest: z.string() });
export type ShelvedPack = z.infer<typeof shelvedPack>;

const shelfIndex = z.object({ sources: z.record(z.string(), sourceState), packs: z.record(z.string(), shelvedPack) });
export type ShelfIndex = z.infer<typeof shelfIndex>;

const INDEX_KEY = 'packs';
const packKey = (name: string): string => `pack:${name}`;

/** The shelf as it lies in the store: an index, and each signed pack by itself, so that a change rewrites only what changed. */
export function shelfStore(store: KeyValue) {
  return {
    /** An index that cannot be read is an empty one: what it named is fetched again. */
    async index(): Promise<ShelfIndex> {
      const read = shelfIndex.safeParse(await store.get(INDEX_KEY));
      return read.success ? read.data : { sources: {}, packs: {} };
    },
    async jws(name: string): Promise<string | undefined> {
      const jws = await store.get(packKey(name));
      return typeof jws === 'string' ? jws : undefined;
    },
    put: (name: string, jws: string) => store.set(packKey(name), jws),
    remove: (name: string) => store.remove(packKey(name)),
    setIndex: (index: ShelfIndex) => store.set(INDEX_KEY, index),
  };
}
export type ShelfStore = ReturnType<typeof shelfStore>;

/** A storage area of the extension as a store, under names of its own. */
export function storeIn(area: {
  get(key: string): Promise<Record<string, unknown>>;
  set(items: Record<string, unknown>): Promise<void>;
  remove(key: string): Promise<void>;
}): KeyValue {
  const own = (key: string) => `shelf.${key}`;
  return {
    get: async (key) => (await area.get(own(key)))[own(key)],
    set: (key, value) => area.set({ [own(key)]: value }),
    remove: (key) => area.remove(own(key)),
  };
}
