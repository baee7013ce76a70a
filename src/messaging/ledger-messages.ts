import { z } from 'zod';
import type { Erasure } from '../ledger/erasure.ts';
import type { LedgerNotice } from '../ledger/notices.ts';
import type { Pause } from '../ledger/pause.ts';
import type { LedgerPage, StateCounts } from '../ledger/read.ts';
import type { RowState } from '../ledger/row.ts';
import type { Entry } from '../model/entry/entry.ts';
import type { UploadError } from '../model/fault/upload-error.ts';
import type { Readings } from '../model/hub-api/intake.ts';
import type { PersonalMemory } from '../model/person/personal-memory.ts';
import type { LocalizedText } from '../model/text/text.ts';
import { done, reply } from './result.ts';

/** What the side panel shows of the ledger besides its rows. */
export interface LedgerSummary {
  counts: StateCounts;
  /** Oldest first. */
  notices: LedgerNotice[];
  /** Oldest first. */
  erasures: Erasure[];
  /** The policy's apps. */
  apps: { id: string; name: string }[];
  /** Retention: days that entries stay on the device. */
  days: number;
  /** Is there a hub to send to? */
  hub: boolean;
  /** Why nothing can be sent at the moment. */
  sendError?: UploadError;
  /** How often what people wrote was read at the hub, if it has said so. */
  readings?: Readings;
  /** Titles of guides and tasks by `pack/id`, in the person's language. */
  titles: Record<string, LocalizedText>;
  /** Titles of replies to feedback, by the id of the feedback. */
  replies: Record<string, LocalizedText>;
  pause?: Pause;
  personalMemory: PersonalMemory;
}

const kinds = ['feedback', 'words', 'answer', 'guide', 'friction', 'task'] as const satisfies Entry['kind'][];
const states = ['waiting', 'sent', 'refused', 'withheld'] as const satisfies RowState[];

/** What the side panel asks about the ledger. */
export const ledgerMessages = {
  'ledger.summary': { from: 'extension', body: z.strictObject({}), reply: reply<LedgerSummary>() },
  /** One page of rows, newest first. */
  'ledger.read': {
    from: 'extension',
    body: z.strictObject({
      kinds: z.array(z.enum(kinds)).optional(),
      states: z.array(z.enum(states)).optional(),
      apps: z.array(z.string()).optional(),
      before: z.number().optional(),
      limit: z.int().min(1).max(500),
    }),
    reply: reply<LedgerPage>(),
  },
  /** Erases entries here and, where they may have been sent, at the hub. */
  'ledger.erase': {
    from: 'extension',
    body: z.strictObject({ ids: z.array(z.uuid()).min(1).max(500) }),
    reply: reply<{ erased: number; atHub: string[] }>(),
  },
  'ledger.export': { from: 'extension', body: z.strictObject({}), reply: reply<{ json: string }>() },
  /** Forgets what Cairn remembers besides the ledger, except what the person dismissed or answered. */
  'personalData.forget': { from: 'extension', body: z.strictObject({}), reply: done },
} as const;
