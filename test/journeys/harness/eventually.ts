import { setTimeout as pause } from 'node:timers/promises';

/** How long a journey waits for something to appear, in ms; machines that run journeys are busy. */
export const PATIENCE_MS = 10_000;

/** Polls until `ask` returns neither undefined nor false; throws with what `missing` says after `within` ms. */
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
