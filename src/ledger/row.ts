import { z } from 'zod';
import { type Entry, entry } from '../model/entry/entry.ts';
import { entryResult } from '../model/hub-api/intake.ts';

/** waiting: will be sent; sent: the hub has it; refused: the hub will never accept it; withheld: a rule keeps it on the device. */
export const ROW_STATES = ['waiting', 'sent', 'refused', 'withheld'] as const;
export type RowState = (typeof ROW_STATES)[number];

/** Why a batch was sent when it was. */
const FLUSH_REASONS = ['click', 'time', 'bytes', 'count', 'leaving', 'retry'] as const;
export type FlushReason = (typeof FLUSH_REASONS)[number];

/** One row of the ledger: the entry exactly as it is sent, and what became of it. Times are milliseconds of the device clock. */
export const ledgerRow = z.object({
  /** Order of arrival within this install. */
  seq: z.int(),
  entry,
  state: z.enum(ROW_STATES),
  recordedAt: z.number(),
  /** How often it was sent. Above 0 the hub may have it, whatever the state says. */
  attempts: z.int().min(0),
  /** The rule that withheld it. */
  withheldBy: z.string().optional(),
  /** When the hub answered for it, and why it was sent then. */
  sentAt: z.number().optional(),
  flushReason: z.enum(FLUSH_REASONS).optional(),
  result: entryResult.optional(),
});
export interface LedgerRow extends Omit<z.infer<typeof ledgerRow>, 'entry'> {
  entry: Entry;
}

/** Is it one of the entries with these ids, or the words of feedback with one of them? They are erased together. */
export const belongsTo = ({ entry }: Pick<LedgerRow, 'entry'>, ids: ReadonlySet<string>): boolean =>
  ids.has(entry.id) || (entry.kind === 'words' && ids.has(entry.of));

/** What a person submitted is never dropped to make room, and never pruned before it is sent. Everything else may be. */
export const isUserSubmitted = ({ entry: { kind } }: Pick<LedgerRow, 'entry'>): boolean =>
  kind === 'feedback' || kind === 'words' || kind === 'answer';
