import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

/** 256 random bits in 43 base64url characters. Nobody can guess that, so a fast hash is enough to store it safely. */
export function newSecret(): string {
  return randomBytes(32).toString('base64url');
}

/** SHA-256 as base64url: the form in which the hub stores a secret. */
export function sha256(secret: string): string {
  return createHash('sha256').update(secret).digest('base64url');
}

/** Compares two hashes in constant time. */
export function isSameHash(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)];
  return a.length === b.length && timingSafeEqual(a, b);
}
