import { z } from 'zod';

/** Keyed hash of app, role and name of a control: 128 bits in base64url. */
export const nameFingerprint = z.string().regex(/^[A-Za-z0-9_-]{22}$/, 'must be 22 base64url characters');
