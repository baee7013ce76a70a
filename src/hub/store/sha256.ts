import { createHash } from 'node:crypto';

/** SHA-256 as base64url: the form in which the hub stores secrets and marks. */
export function sha256(text: string): string {
  return createHash('sha256').update(text).digest('base64url');
}
