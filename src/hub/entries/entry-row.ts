import type { entries } from '../store/schema.ts';

/** An entry as it is stored. */
export type EntryRow = typeof entries.$inferInsert;
