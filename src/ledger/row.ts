import type { Entry } from '../model/entry.ts';
import type { EntryVerdict } from '../model/hub-api.ts';

/** waiting: will be sent; sent: the hub has it; refused: the hub will never take it; withheld: a rule keeps it on the device. */
export const rowStates = ['waiting', 'sent', 'refused', 'withheld'] as const;
export type RowState = (typeof rowStates)[number];

/** Why a batch left when it did. */
export type FlushReason = 'click' | 'time' | 'bytes' | 'count' | 'leaving' | 'retry';

/** One line of the ledger: the entry exactly as it leaves, and what became of it. Times are milliseconds by the device clock. */
export interface Row {
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
  sentFor?: FlushReason;
  verdict?: EntryVerdict;
}

/** Is it one of the entries with these ids, or the words of feedback with one of them? They are erased together. */
export const belongsTo = ({ entry }: Pick<Row, 'entry'>, ids: ReadonlySet<string>): boolean =>
  ids.has(entry.id) || (entry.kind === 'words' && ids.has(entry.of));

/** What a person said is never dropped to make room, and never pruned before it is sent; the rest may be. */
export const isSaid = ({ entry: { kind } }: Pick<Row, 'entry'>): boolean =>
  kind === 'feedback' || kind === 'words' || kind === 'answer';
