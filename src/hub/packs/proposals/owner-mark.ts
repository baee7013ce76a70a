import { sha256 } from '../../store/sha256.ts';

/**
 * The mark by which proposals belong to their owner, without naming the install: the key is made from the secret of the install, which the
 * hub does not have. So an install lists its own proposals, and nobody who has the store finds an install by them.
 */
export const ownerMark = (authorKey: string): string => sha256(`${authorKey}/proposals`);
