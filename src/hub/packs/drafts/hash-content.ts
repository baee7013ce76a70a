import { createHash } from 'node:crypto';

/** SHA-256 of the content of a draft, in hex: what an approval names. */
export const hashContent = (content: string): string => createHash('sha256').update(content).digest('hex');
