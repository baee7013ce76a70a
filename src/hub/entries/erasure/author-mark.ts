import { sha256 } from '../../store/sha256.ts';

/**
 * The mark by which feedback belongs to its author for as long as it exists, also when it no longer names its install. Whoever knows the
 * id of feedback, or the whole store, can neither make the mark nor find its install: the key is made from the secret of the install.
 */
export const authorMark = (authorKey: string, feedbackId: string): string => sha256(`${authorKey}/${feedbackId.toLowerCase()}`);
