import type { StoredItem } from '../runtime/stored-item.ts';

/** The keyed hash of a segment of a route, in hexadecimal. */
export type SegmentHash = (segment: string) => Promise<string>;

/** 48 bits tell the segments of one app apart and are short enough for a stored route. */
const HASH_BYTES = 6;

/**
 * Hashes segments with a key that this device alone has, so that what is stored about routes says nothing to anybody who guesses words. The
 * key is drawn when it is first needed.
 *
 * @returns the hash for the segments of one app; the same segment has another hash in another app
 */
export function createSegmentHash(item: StoredItem<string>): (app: string) => Promise<SegmentHash> {
  async function importedKey(): Promise<CryptoKey> {
    const secret = (await item.get()) || (await item.update((drawn) => drawn || crypto.randomUUID() + crypto.randomUUID()));
    return crypto.subtle.importKey('raw', new TextEncoder().encode(secret), { name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
  }

  return async (app) => {
    const key = await importedKey();
    return async (segment) => {
      const mac = await crypto.subtle.sign('HMAC', key, new TextEncoder().encode(`${app}\n${segment}`));
      return [...new Uint8Array(mac, 0, HASH_BYTES)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
    };
  };
}
