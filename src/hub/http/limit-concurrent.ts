import type { Env } from 'hono';
import { createMiddleware } from 'hono/factory';
import { bearerText } from './bearer-text.ts';
import { refuse } from './problem.ts';

/** Requests with one secret that the hub serves at once. A browser sends one after the other. */
const MAX_CONCURRENT_PER_SECRET = 4;

/**
 * Refuses a request while too many with the same secret are under way, before its body is read or the store is asked: a client that
 * floods the hub occupies a few places, and never those of others.
 */
export function limitConcurrent() {
  const underWay = new Map<string, number>();
  return createMiddleware<Env>(async (c, next) => {
    const secret = bearerText(c);
    if (secret === undefined) return next();
    const count = underWay.get(secret) ?? 0;
    if (count >= MAX_CONCURRENT_PER_SECRET) return refuse(c, 429, tooManyAtOnce, { 'Retry-After': '5', Connection: 'close' });
    underWay.set(secret, count + 1);
    try {
      return await next();
    } finally {
      const left = underWay.get(secret)! - 1;
      if (left > 0) underWay.set(secret, left);
      else underWay.delete(secret);
    }
  });
}

export const tooManyAtOnce = {
  kind: 'too-many',
  detail: 'Too many requests of this install are under way.',
  remedy: 'Wait for the answers before sending more.',
};
