import { z } from 'zod';
import { nameFingerprint } from '../entry/name-fingerprint.ts';

/** Most fingerprints in one table: about 125 kB. */
export const MAX_TABLE_NAMES = 5000;

/** GET /v1/names: the fingerprints of names that at least ten people have met, of all apps. No counts. */
export const nameTable = z.strictObject({
  week: z.iso
    .date()
    .meta({ description: 'What arrived before this Monday, UTC, was counted. The table never changes within a week' }),
  fingerprints: z.array(nameFingerprint).max(MAX_TABLE_NAMES).meta({ description: 'In alphabetical order' }),
});
export type NameTable = z.infer<typeof nameTable>;
