import type { KeyValueStore } from '../../runtime/key-value-store.ts';
import type { StoredItem } from '../../runtime/stored-item.ts';

/** Stored items as the few named values that a module asks for. */
export const keyValueOf = (items: Record<string, StoredItem<unknown>>): KeyValueStore => {
  const itemOf = (key: string): StoredItem<unknown> => {
    const item = items[key];
    if (!item) throw new Error(`No stored item has the key "${key}"`);
    return item;
  };
  return { get: async (key) => itemOf(key).get(), set: async (key, value) => itemOf(key).set(value) };
};
