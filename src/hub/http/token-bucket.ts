export interface TokenBucketOptions {
  /** Tokens of a full bucket. */
  capacity: number;
  /** Time in which an empty bucket fills. */
  refillMs: number;
  /** Keys remembered at once; a bucket that is full again is forgotten. */
  maxKeys: number;
}

/** Limits how often something may happen per key. */
export interface TokenBuckets {
  /** Takes a token. Returns 0, or how many milliseconds until there is one. */
  take(key: string, nowMs: number): number;
}

/** Token buckets in memory. When too many keys are in use at once, the rest share one bucket, so that memory stays bounded. */
export function createTokenBuckets({ capacity, refillMs, maxKeys }: TokenBucketOptions): TokenBuckets {
  const buckets = new Map<string, { tokens: number; at: number }>();
  const perMs = capacity / refillMs;
  const refilled = ({ tokens, at }: { tokens: number; at: number }, nowMs: number) =>
    Math.min(capacity, tokens + Math.max(0, nowMs - at) * perMs);

  function dropFull(nowMs: number): void {
    for (const [key, bucket] of buckets) if (refilled(bucket, nowMs) >= capacity) buckets.delete(key);
  }

  return {
    take(key, nowMs) {
      if (!buckets.has(key) && buckets.size >= maxKeys) dropFull(nowMs);
      const held = buckets.has(key) || buckets.size < maxKeys ? key : '';
      const tokens = refilled(buckets.get(held) ?? { tokens: capacity, at: nowMs }, nowMs);
      buckets.set(held, { tokens: tokens >= 1 ? tokens - 1 : tokens, at: nowMs });
      return tokens >= 1 ? 0 : Math.ceil((1 - tokens) / perMs);
    },
  };
}
