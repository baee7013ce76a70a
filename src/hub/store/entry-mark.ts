import { sha256 } from './sha256.ts';

/**
 * The mark that remains of an erased or expired entry. It is a hash of install and id, so it can be computed only by somebody who knows
 * both: no install learns what another one sent, or can make the hub refuse another one's entry.
 */
export const entryMark = (install: string, id: string): string => sha256(`${install}/${id.toLowerCase()}`);
