import { setTimeout as pause } from 'node:timers/promises';

/** How long a journey waits for what a person would wait for, in ms; machines that run journeys are busy. */
export const PATIENCE_MS = 10_000;

/** Asks again until there is an answer that is neither undefined nor false; `missing` says what did not come. */
export async function eventually<T>(
  ask: () => Promise<T | undefined | false>,
  missing: () => string | Promise<string>,
  within = PATIENCE_MS,
): Promise<T> {
  const until = Date.now() + within;
  for (;;) {
    const answer = await ask();
    if (answer !== undefined && answer !== false) return answer;
    if (Date.now() > until) throw new Error(`${await missing()} (waited ${within} ms)`);
    await pause(50);
  }
}
