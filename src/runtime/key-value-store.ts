/** A few durable values, by keys that the module which uses them names. */
export interface KeyValueStore<K extends string = string> {
  get(key: K): Promise<unknown>;
  set(key: K, value: unknown): Promise<void>;
}
