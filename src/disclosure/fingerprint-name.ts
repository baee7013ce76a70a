import { base64url } from 'jose';
import { normalizeText } from '../lexicon/normalize-text.ts';
import { createKeyedHash } from '../runtime/keyed-hash.ts';

export interface NameInApp {
  app: string;
  role: string;
  name: string;
}

/** Characters of a fingerprint: 128 bits in base64url. */
const FINGERPRINT_BYTES = 16;

/** A name as it is shown: without invisible characters, with single spaces. */
export const normalizedName = (name: string): string => normalizeText(name).replace(/\s+/g, ' ').trim();

/**
 * The fingerprint of a control's name in an app: the same on every device with this key, and impossible to compute without it. Upper and
 * lower case, and signs around the name such as "…", make no difference.
 *
 * @param hashKey the organisation's key, which the hub does not have
 */
export async function fingerprintName(hashKey: string, { app, role, name }: NameInApp): Promise<string> {
  const spelling = normalizedName(name)
    .replace(/^[^\p{L}\p{M}]+|[^\p{L}\p{M}]+$/gu, '')
    .toLowerCase();
  const hash = await createKeyedHash(hashKey);
  // As JSON, so that no two triples have the same text.
  const bytes = await hash(JSON.stringify(['control name', app, role, spelling]));
  return base64url.encode(bytes.subarray(0, FINGERPRINT_BYTES));
}
