import type { Storage } from 'webextension-polyfill';
import type { PolicyCache } from '../policy/watch-policy.ts';
import type { KeyValueStore } from '../runtime/key-value-store.ts';

/** Values by name in a storage area, under names of their own. */
export function valuesIn(area: Storage.StorageArea, prefix: string): KeyValueStore {
  const own = (key: string) => `${prefix}.${key}`;
  return {
    get: async (key) => (await area.get(own(key)))[own(key)],
    set: (key, value) => area.set({ [own(key)]: value }),
  };
}

/** One value in a storage area. */
export function valueIn(area: Storage.StorageArea, name: string): PolicyCache {
  return { get: async () => (await area.get(name))[name], set: (value) => area.set({ [name]: value }) };
}
