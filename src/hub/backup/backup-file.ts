import { z } from 'zod';

/** The form of the file: a line of JSON each, compressed with gzip: the head, batches of rows by table, the end. */
export const backupHead = z.strictObject({
  kind: z.literal('cairn-hub-backup'),
  format: z.literal(1),
  /** The newest migration of the store that it was made of. */
  migration: z.int(),
  madeAt: z.iso.datetime(),
  /** In an order in which no row refers to a later table. */
  tables: z.array(z.string().regex(/^[a-z_]+$/)),
});
export type BackupHead = z.infer<typeof backupHead>;

export const backupBatch = z.strictObject({ table: z.string(), rows: z.array(z.record(z.string(), z.unknown())) });

/** A file without this line is incomplete. */
export const backupEnd = z.strictObject({
  end: z.literal(true),
  rows: z.record(z.string(), z.int()),
  sequences: z.record(z.string().regex(/^[a-z_]+$/), z.int()),
});
export type BackupEnd = z.infer<typeof backupEnd>;

/**
 * Tables that no backup holds: sign-ins and links that are still valid. Whoever has the file could not use their hashes, and nobody needs
 * them after a restore. Of installs and enrolment tokens it holds hashes too: without them every browser would be shut out.
 */
export const LEFT_OUT: readonly string[] = ['sign_in_links', 'sign_ins'];
