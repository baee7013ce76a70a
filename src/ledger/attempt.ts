/** The outcome of a promise as a value. */
export type Attempt<T> = { ok: true; value: T } | { ok: false; error: unknown };

export const attempt = <T>(promise: Promise<T>): Promise<Attempt<T>> =>
  promise.then(
    (value) => ({ ok: true, value }),
    (error: unknown) => ({ ok: false, error }),
  );

/** The value of `promise`, or `replacement` if it is rejected. Without a replacement the rejection stands. */
export async function withDefault<T>(promise: Promise<T>, replacement: T | undefined): Promise<T> {
  const outcome = await attempt(promise);
  if (outcome.ok) return outcome.value;
  if (replacement === undefined) throw outcome.error;
  return replacement;
}
