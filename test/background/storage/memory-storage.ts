import { type ExtensionStorage, openStorage, type StorageArea } from '../../../src/background/storage/open-storage.ts';

export interface MemoryArea extends StorageArea {
  /** What is stored, by key. */
  values: Record<string, unknown>;
}

/**
 * A storage area in memory, no kinder than a browser's: what is read is as it was when it was asked for, and comes later, so that whoever
 * reads, waits and writes loses what others wrote meanwhile.
 */
export function memoryArea(values: Record<string, unknown> = {}): MemoryArea {
  const later = () => new Promise((done) => setTimeout(done, 1));
  return {
    values,
    async get(key) {
      const read = structuredClone(key === null ? values : key in values ? { [key]: values[key] } : {});
      await later();
      return read;
    },
    async set(items) {
      Object.assign(values, structuredClone(items));
      await later();
    },
    async remove(key) {
      delete values[key];
      await later();
    },
  };
}

export interface MemoryStorage extends ExtensionStorage {
  local: MemoryArea;
  session: MemoryArea;
  /** Keys whose value was found invalid, as they were reported. */
  invalid: string[];
  /** The same storage as a worker opens it that has just started. */
  reopened(): ExtensionStorage;
}

/** The extension's storage, in memory. */
export function memoryStorage(): MemoryStorage {
  const [local, session] = [memoryArea(), memoryArea()];
  const invalid: string[] = [];
  const reopened = () => openStorage({ local, session }, (key) => invalid.push(key));
  return { ...reopened(), local, session, invalid, reopened };
}
