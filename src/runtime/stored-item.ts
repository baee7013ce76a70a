import { createMutex } from './mutex.ts';

/** As much of a browser's storage area as items need. */
export interface ItemArea {
  get(key: string): Promise<Record<string, unknown>>;
  set(items: Record<string, unknown>): Promise<void>;
  remove(key: string): Promise<void>;
}

/** A value with a place of its own in a storage area. Whatever is read from there is parsed. */
export interface StoredItem<T> {
  /** The stored value, or the default if there is none or it is invalid. Rejects if the area cannot be read. */
  get(): Promise<T>;
  set(value: T): Promise<void>;
  /** Reads, changes and writes while no other call on this item runs. Returns the new value. Not reentrant. */
  update(change: (value: T) => T | Promise<T>): Promise<T>;
  /** Deletes the stored value, so that the default applies again. */
  reset(): Promise<void>;
}

export interface StoredItemOptions<T> {
  area: ItemArea;
  key: string;
  /** Version of the schema. A value of another version is upgraded, or else counts as invalid. */
  version: number;
  /** A zod schema, or anything that parses like one. */
  schema: { safeParse(value: unknown): { success: true; data: T } | { success: false; error: unknown } };
  /** Where nothing is stored. Whoever reads gets a copy. */
  initial: T;
  /** Where what is stored is invalid; `initial` if left out. */
  fallback?: T | undefined;
  /** Turns a value of an older version into one of this version. */
  upgrade?: ((value: unknown, version: number) => unknown) | undefined;
  /** Is told of a value that is invalid. */
  onInvalid: (key: string, error: unknown) => void;
}

/** How a value lies in the area. */
interface Versioned {
  version: number;
  value: unknown;
}

export function createStoredItem<T>(options: StoredItemOptions<T>): StoredItem<T> {
  const { area, key, version, initial } = options;
  const mutex = createMutex();

  async function get(): Promise<T> {
    const stored = (await area.get(key))[key];
    if (stored === undefined) return structuredClone(initial);
    const parsed = parse(stored, options);
    if (parsed.ok) return parsed.value;
    options.onInvalid(key, parsed.error);
    return structuredClone(options.fallback ?? initial);
  }

  const write = (value: T): Promise<void> => area.set({ [key]: { version, value } satisfies Versioned });

  async function update(change: (value: T) => T | Promise<T>): Promise<T> {
    const value = await change(await get());
    await write(value);
    return value;
  }

  return {
    get,
    set: (value) => mutex.runExclusive(() => write(value)),
    update: (change) => mutex.runExclusive(() => update(change)),
    reset: () => mutex.runExclusive(() => area.remove(key)),
  };
}

export const isVersioned = (stored: unknown): stored is Versioned =>
  typeof stored === 'object' && stored !== null && 'version' in stored && typeof stored.version === 'number' && 'value' in stored;

type Parsed<T> = { ok: true; value: T } | { ok: false; error: unknown };

function parse<T>(stored: unknown, { schema, version, upgrade }: StoredItemOptions<T>): Parsed<T> {
  if (!isVersioned(stored)) return { ok: false, error: 'has no version' };
  const isOlder = stored.version < version && upgrade !== undefined;
  if (stored.version !== version && !isOlder) return { ok: false, error: `has version ${stored.version}, not ${version}` };
  const parsed = schema.safeParse(isOlder ? upgrade(stored.value, stored.version) : stored.value);
  return parsed.success ? { ok: true, value: parsed.data } : { ok: false, error: parsed.error };
}
