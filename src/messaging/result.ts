/** Something that was not done. `isUnanswered`: nobody was there to do it. */
export interface Refusal {
  ok: false;
  why: string;
  isUnanswered?: true;
}
export type RecordResult = { ok: true; id: string } | Refusal;

/** The type of what a reply holds besides `ok`, for the message tables. */
export const reply = <T extends object>(): T => undefined as never;
/** A reply that holds nothing more. */
export const done = reply<Record<never, never>>();
