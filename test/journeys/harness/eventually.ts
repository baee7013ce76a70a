import { setTimeout as pause } from 'node:timers/promises';

/** Asks again until there is an answer that is neither undefined nor false; `missing` says what did not come. */
export async function eventually<T>(
  ask: () => Promise<T | undefined | false>,
  missing: () => string | Promise<string>,
  within = 5_000,
): Promise<T> {
  const until = Date.now() + within;
  for (;;) {
    const answer = await ask();
    if (answer !== undefined && answer !== false) return answer;
    if (Date.now() > until) throw new Error(`${await missing()} (waited ${within} ms)`);
    await pause(50);
  }
}
