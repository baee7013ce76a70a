import { createHash } from 'node:crypto';
import { readFileSync, realpathSync } from 'node:fs';
import { join } from 'node:path';

/** The id that Chromium gives to the holder of this public key (DER, SubjectPublicKeyInfo). */
export const idOfKey = (der: Uint8Array): string => toExtensionId(der);

/** The id of an unpacked extension: from the manifest's key, else from the folder's path. */
export function idOfFolder(folder: string): string {
  const { key } = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as { key?: string };
  return toExtensionId(key ? Buffer.from(key, 'base64') : Buffer.from(realpathSync(folder)));
}

/** The first 128 bits of the SHA-256, each half byte as a letter from a to p. */
function toExtensionId(named: Uint8Array): string {
  const digest = createHash('sha256').update(named).digest('hex').slice(0, 32);
  return [...digest].map((half) => String.fromCharCode(97 + Number.parseInt(half, 16))).join('');
}
