import { createKeyedHash, type KeyedHash } from '../runtime/keyed-hash.ts';
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
  async function hashOfDevice(): Promise<KeyedHash> {
    const secret = (await item.get()) || (await item.update((drawn) => drawn || crypto.randomUUID() + crypto.randomUUID()));
    return createKeyedHash(secret);
  }

  return async (app) => {
    const hash = await hashOfDevice();
    return async (segment) => {
      const bytes = (await hash(`${app}\n${segment}`)).subarray(0, HASH_BYTES);
      return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
    };
  };
}
