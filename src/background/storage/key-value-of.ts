import type { KeyValueStore } from '../../runtime/key-value-store.ts';
import type { StoredItem } from '../../runtime/stored-item.ts';

/** Stored items as the values that a module asks for by key. A key without an item fails to compile. */
export const keyValueOf = <K extends string>(items: Record<K, StoredItem<unknown>>): KeyValueStore<K> => ({
  get: async (key) => items[key].get(),
  set: async (key, value) => items[key].set(value),
});
