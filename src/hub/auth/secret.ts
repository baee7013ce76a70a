import { randomBytes, timingSafeEqual } from 'node:crypto';
import { sha256 } from '../store/sha256.ts';

/** 256 random bits in 43 base64url characters. Nobody can guess that, so a fast hash is enough to store it safely. */
export function newSecret(): string {
  return randomBytes(32).toString('base64url');
}

/** Compares two hashes in constant time. */
export function isSameHash(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)];
  return a.length === b.length && timingSafeEqual(a, b);
}

/**
 * The key with which an install marks its feedback. It follows from the secret and not from the secret's hash, so that the store does not
 * hold what could relate a mark to an install.
 */
export const authorKeyOf = (secret: string): string => sha256(`author/${secret}`);
