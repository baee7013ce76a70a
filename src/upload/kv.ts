/** A few durable values, as in `storage.local`. Losing them costs a new enrolment, never an entry. */
export interface Kv {
  get(key: string): Promise<unknown>;
  set(key: string, value: unknown): Promise<void>;
}
