import type { Entry } from '../model/entry/entry.ts';
import type { EntryResult } from '../model/hub-api/intake.ts';

/** waiting: will be sent; sent: the hub has it; refused: the hub will never take it; withheld: a rule keeps it on the device. */
export const ROW_STATES = ['waiting', 'sent', 'refused', 'withheld'] as const;
export type RowState = (typeof ROW_STATES)[number];

/** Why a batch left when it did. */
export type FlushReason = 'click' | 'time' | 'bytes' | 'count' | 'leaving' | 'retry';

/** One line of the ledger: the entry exactly as it leaves, and what became of it. Times are milliseconds by the device clock. */
export interface LedgerRow {
  /** Order of arrival within this install. */
  seq: number;
  entry: Entry;
  state: RowState;
  keptAt: number;
  /** How often it was on its way; above 0 the hub may have it, whatever the state says. */
  attempts: number;
  /** The rule that withheld it. */
  withheldBy?: string;
  /** When the hub answered for it, and why it left when it did. */
  sentAt?: number;
  flushReason?: FlushReason;
  result?: EntryResult;
}

/** Is it one of the entries with these ids, or the words of feedback with one of them? They are erased together. */
export const belongsTo = ({ entry }: Pick<LedgerRow, 'entry'>, ids: ReadonlySet<string>): boolean =>
  ids.has(entry.id) || (entry.kind === 'words' && ids.has(entry.of));

/** What a person said is never dropped to make room, and never pruned before it is sent; the rest may be. */
export const isUserSubmitted = ({ entry: { kind } }: Pick<LedgerRow, 'entry'>): boolean =>
  kind === 'feedback' || kind === 'words' || kind === 'answer';
