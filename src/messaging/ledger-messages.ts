import { z } from 'zod';
import type { Erasure } from '../ledger/erasure.ts';
import type { LedgerNotice } from '../ledger/notices.ts';
import type { Pause } from '../ledger/pause.ts';
import type { LedgerPage, StateCounts } from '../ledger/read.ts';
import type { RowState } from '../ledger/row.ts';
import type { Entry } from '../model/entry/entry.ts';
import type { PersonalMemory } from '../model/person/personal-memory.ts';
import type { LocalizedText } from '../model/text/text.ts';
import { done, reply } from './result.ts';

/** What the ledger's owner should know besides its rows. */
export interface LedgerSummary {
  counts: StateCounts;
  /** Oldest first. */
  notices: LedgerNotice[];
  /** Oldest first. */
  erasures: Erasure[];
  /** Of the policy. */
  apps: { id: string; name: string }[];
  /** Days that entries stay on the device. */
  days: number;
  /** Is there a hub to send to? */
  hub: boolean;
  /** Why nothing can be sent at the moment. */
  sendError?: { what: string; where: string; remedy: string };
  /** Titles of guides and tasks by `pack/id`, in the person's language. */
  titles: Record<string, LocalizedText>;
  /** What was done about feedback, by its id. */
  replies: Record<string, LocalizedText>;
  pause?: Pause;
  remembered: PersonalMemory;
}

/** What is there for the page in front; app is undefined on a page outside the policy. */
export interface ActivePageGuides {
  app?: string;
  guides: { key: string; title: LocalizedText; sample: boolean }[];
}

const kinds = ['feedback', 'words', 'answer', 'guide', 'friction', 'task'] as const satisfies Entry['kind'][];
const states = ['waiting', 'sent', 'refused', 'withheld'] as const satisfies RowState[];

/** What the side panel asks about the ledger and the page in front. */
export const ledgerMessages = {
  'ledger.summary': { from: 'extension', body: z.strictObject({}), reply: reply<LedgerSummary>() },
  /** A page of it, newest first. */
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
  /** Here and, where it was on its way, at the hub. */
  'ledger.erase': {
    from: 'extension',
    body: z.strictObject({ ids: z.array(z.uuid()).min(1).max(500) }),
    reply: reply<{ erased: number; atHub: string[] }>(),
  },
  'ledger.export': { from: 'extension', body: z.strictObject({}), reply: reply<{ json: string }>() },
  /** What is remembered besides the ledger, but for what the person turned away or answered. */
  'personalData.forget': { from: 'extension', body: z.strictObject({}), reply: done },
  'guides.activeTab': { from: 'extension', body: z.strictObject({}), reply: reply<ActivePageGuides>() },
} as const;
