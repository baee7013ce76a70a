import type { LedgerRow } from '../../src/ledger/row.ts';
import type { LedgerSummary } from '../../src/messaging/ledger-messages.ts';
import type { Entry } from '../../src/model/entry/entry.ts';
import type { LocalizedText } from '../../src/model/text/text.ts';

const MINUTE = 60_000;
const id = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;

type Draft<E> = E extends Entry ? Omit<E, 'id' | 'at' | 'app' | 'route'> & { app?: string; route?: string } : never;
interface Sampled {
  draft: Draft<Entry>;
  /** Minutes before now. */
  ago: number;
  row: Partial<LedgerRow>;
}

const accepted = (n: number) => ({ id: id(n), accepted: true as const, duplicate: false });
const about = { pack: 'orders-basics', version: 3, guide: 'approve', step: 'check-items' };
const control = (role: string, name: string) => ({ role, name });

const samples: Sampled[] = [
  {
    draft: { kind: 'words', of: id(2), words: 'It asks for the amount a second time after I change the date.' },
    ago: 2,
    row: { attempts: 0 },
  },
  {
    draft: { kind: 'feedback', choice: 'slowed', control: control('textbox', 'Amount') },
    ago: 3,
    row: { state: 'sent', flushReason: 'click', attempts: 1 },
  },
  {
    draft: { kind: 'friction', signal: 'no-response', control: control('button', 'Save'), count: 2 },
    ago: 9,
    row: { attempts: 1 },
  },
  { draft: { kind: 'guide', about, what: 'finished' }, ago: 24, row: { state: 'sent', flushReason: 'time', attempts: 1 } },
  {
    draft: {
      kind: 'friction',
      signal: 'repeated-invalid',
      control: { role: 'textbox', masked: true, position: { nth: 3, of: 5, within: { role: 'form', name: 'Address' } } },
      count: 3,
      severe: true,
    },
    ago: 41,
    row: { state: 'sent', flushReason: 'count', attempts: 1 },
  },
  {
    draft: { kind: 'task', pack: 'orders-basics', version: 3, task: 'approve-order', what: 'finished', ms: 184_000 },
    ago: 55,
    row: { state: 'sent', flushReason: 'retry', attempts: 2 },
  },
  {
    draft: { kind: 'feedback', choice: 'idea', app: 'travel', route: '/trips/:id' },
    ago: 26 * 60,
    row: {
      state: 'refused',
      attempts: 1,
      result: { id: id(7), accepted: false, path: 'route', reason: 'no app of this hub has such a route' },
    },
  },
  {
    draft: {
      kind: 'answer',
      about: { pack: 'orders-basics', version: 3, guide: 'how-easy' },
      answer: { what: 'umux-lite', capabilities: 6, ease: 4 },
    },
    ago: 27 * 60,
    row: { state: 'sent', flushReason: 'click', attempts: 1 },
  },
  {
    draft: { kind: 'friction', signal: 'slow-response', control: control('link', 'Open'), ms: 7400, severe: true },
    ago: 28 * 60,
    row: { state: 'withheld', withheldBy: 'sample rule' },
  },
  {
    draft: { kind: 'feedback', choice: 'works', about },
    ago: 29 * 60,
    row: { state: 'sent', flushReason: 'click', attempts: 1 },
  },
];

/** A ledger to draw, newest first; sample data, nobody's. */
export function sampleRows(now: number): LedgerRow[] {
  return samples.map(({ draft, ago, row }, at): LedgerRow => {
    const recordedAt = now - ago * MINUTE;
    const { kind, ...rest } = draft;
    const common = { kind, id: id(at + 1), at: new Date(recordedAt).toISOString(), app: 'orders', route: '/orders/:id' };
    const entry = { ...common, ...rest } as Entry;
    const settled = row.state === 'sent' || row.state === 'refused';
    const verdict = row.state === 'sent' ? { verdict: accepted(at + 1) } : {};
    return {
      seq: 1000 - at,
      entry,
      recordedAt,
      state: 'waiting',
      attempts: 0,
      ...(settled && { sentAt: recordedAt + 2000 }),
      ...verdict,
      ...row,
    };
  });
}

const english = (text: string): LocalizedText => ({ text, language: 'en' });

export const sampleSummary = (): Omit<LedgerSummary, 'counts'> => ({
  notices: [],
  erasures: [],
  apps: [
    { id: 'orders', name: 'Orders (sample)' },
    { id: 'travel', name: 'Travel (sample)' },
  ],
  days: 30,
  readings: { times: 12, people: 3 },
  hub: true,
  titles: {
    'orders-basics/approve': english('Approve an order'),
    'orders-basics/approve-order': english('Approve an order'),
    'orders-basics/how-easy': english('How easy is approving?'),
  },
  personalMemory: {
    guides: [
      { key: 'orders-basics/approve', shown: true, done: true, dismissed: 0 },
      { key: 'orders-basics/gone', shown: true, done: false, dismissed: 2 },
    ],
    tasks: [{ key: 'orders-basics/approve-order', times: 14, weeks: 5 }],
    prompts: [{ key: 'orders-basics/how-easy', at: Date.UTC(2026, 10, 21, 9) }],
    openedLinks: [],
    appsWithPaths: ['Orders (sample)'],
    addresses: [{ app: 'Orders (sample)', words: [], codes: 0 }],
    unknownNames: 0,
    drafts: [],
  },
  replies: { [id(10)]: english('The approval page keeps your filters now') },
});
