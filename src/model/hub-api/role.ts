import { z } from 'zod';

/**
 * What somebody may do at the desk. Each route of the hub names the roles that may call it.
 *
 * - `viewer` sees figures and published packs
 * - `facilitator` also reads what people wrote
 * - `author` writes packs and sees figures
 * - `publisher` also publishes packs
 * - `admin` may do everything, ends sign-ins and reads the access log
 */
export const role = z.enum(['viewer', 'facilitator', 'author', 'publisher', 'admin']);
export type Role = z.infer<typeof role>;
