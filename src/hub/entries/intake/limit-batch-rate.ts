import { createMiddleware } from 'hono/factory';
import type { HubDeps } from '../../http/hub-deps.ts';
import { refuse } from '../../http/problem.ts';
import { createTokenBuckets } from '../../http/token-bucket.ts';

/** A browser sends a batch every few minutes, and after an outage some dozens in a row. */
export const BATCH_RATE = { capacity: 120, refillMs: 60_000, maxKeys: 20_000 };

/** Limits how many batches of one install the hub looks at: also those that store nothing cost time. Needs `install`. */
export function limitBatchRate(hub: HubDeps) {
  const buckets = createTokenBuckets(BATCH_RATE);
  return createMiddleware<{ Variables: { install: string } }>(async (c, next) => {
    const waitMs = buckets.take(c.var.install, hub.now().getTime());
    return waitMs > 0 ? refuse(c, 429, tooOften, { 'Retry-After': String(Math.ceil(waitMs / 1000)) }) : next();
  });
}

const tooOften = {
  kind: 'too-many',
  detail: 'This install sends more batches than the hub accepts in a minute.',
  remedy: 'Send fewer, larger batches; one may have 500 entries.',
};
