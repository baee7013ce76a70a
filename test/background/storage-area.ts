import type { Storage } from 'webextension-polyfill';

/** A storage area in memory. A real one takes its time, which is when others come in between. */
export function storageArea(): Storage.StorageArea {
  const values: Record<string, unknown> = {};
  return {
    get: async (key: string | null) => {
      await new Promise((done) => setTimeout(done, 1));
      if (key === null) return structuredClone(values);
      return key in values ? { [key]: structuredClone(values[key]) } : {};
    },
    set: async (given: object) => void Object.assign(values, structuredClone(given)),
    remove: async (key: string) => void delete values[key],
  } as unknown as Storage.StorageArea;
}
