import { type SQL, sql } from 'drizzle-orm';

/** Ids or marks as one parameter, to be cast to an array: one statement then serves any number of them. They have no character that needs quoting. */
export const textArray = (ids: readonly string[]): SQL => sql`${`{${ids.join(',')}}`}::text`;
