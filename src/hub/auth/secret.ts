import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

/** 256 random bits as 43 base64url characters: long enough that a fast hash keeps it safe at rest. */
export function newSecret(): string {
  return randomBytes(32).toString('base64url');
}

/** What the hub keeps of a secret: SHA-256, base64url. */
export function sha256(secret: string): string {
  return createHash('sha256').update(secret).digest('base64url');
}

/** Compares two hashes in a time that tells nothing about them. */
export function isSameHash(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)];
  return a.length === b.length && timingSafeEqual(a, b);
}
