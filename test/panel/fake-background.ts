import type { LedgerRow } from '../../src/ledger/row.ts';
import type { Ask } from '../../src/messaging/ask.ts';
import type { ExtensionStatus } from '../../src/messaging/extension-messages.ts';
import type { LedgerSummary } from '../../src/messaging/ledger-messages.ts';
import type { BodyOf, MessageName } from '../../src/messaging/messages.ts';
import { notMuted } from '../../src/model/person/mute.ts';
import { sampleSummary } from './sample-ledger.ts';

export interface FakePanelBackground {
  rows: LedgerRow[];
  summary: Omit<LedgerSummary, 'counts' | 'pause'>;
  pause: ExtensionStatus['pause'];
  /** Names of messages, as they came. */
  asked: { name: MessageName; body: unknown }[];
  ask: Ask;
}

/** Answers as the background does, over rows in memory. */
export function fakePanelBackground(rows: LedgerRow[], now: () => number): FakePanelBackground {
  const count = (state: LedgerRow['state']) => self.rows.filter((row) => row.state === state).length;
  const answers: Partial<Record<MessageName, (body: never) => unknown>> = {
    'ledger.summary': () => ({
      ...self.summary,
      counts: { waiting: count('waiting'), sent: count('sent'), refused: count('refused'), withheld: count('withheld') },
      pause: self.pause,
    }),
    'ledger.read': ({ kinds, states, apps, before, limit }: BodyOf<'ledger.read'>) => {
      const fitting = self.rows.filter(
        ({ seq, entry, state }) =>
          (before === undefined || seq < before) &&
          (kinds?.includes(entry.kind) ?? true) &&
          (states?.includes(state) ?? true) &&
          (apps?.includes(entry.app) ?? true),
      );
      const page = fitting.slice(0, limit);
      return { rows: page, next: fitting.length > limit ? page.at(-1)?.seq : undefined };
    },
    'ledger.erase': ({ ids }: BodyOf<'ledger.erase'>) => {
      const gone = self.rows.filter(({ entry }) => ids.includes(entry.id) || (entry.kind === 'words' && ids.includes(entry.of)));
      const atHub = gone.filter(({ attempts }) => attempts > 0).map(({ entry }) => entry.id);
      self.rows = self.rows.filter((row) => !gone.includes(row));
      const at = new Date(now()).toISOString();
      const erasures = atHub.map((id) => ({ id, requestedAt: now(), receipt: { id, erased: true, at } }));
      self.summary = { ...self.summary, erasures: [...self.summary.erasures, ...erasures] };
      return { ok: true, erased: gone.length, atHub };
    },
    'ledger.export': () => ({ json: JSON.stringify({ format: 'cairn-ledger/1', rows: self.rows }, null, 2) }),
    'personalData.forget': () => {
      const stay = self.summary.personalMemory.guides.filter(({ dismissed }) => dismissed > 0);
      const personalMemory = {
        ...self.summary.personalMemory,
        guides: stay,
        tasks: [],
        openedLinks: [],
        appsWithPaths: [],
        addresses: [],
        unknownNames: 0,
      };
      self.summary = { ...self.summary, personalMemory };
      return { ok: true };
    },
    'guides.activeTab': () => ({
      app: 'Orders',
      guides: [{ key: 'a/b', title: { words: 'Approve an order', language: 'en' }, sample: true }],
    }),
    status: () => ({ policy: { apps: [{ name: 'Orders' }] }, mute: notMuted, pause: self.pause }),
    mute: () => ({ ok: true }),
    pause: ({ wish }: BodyOf<'pause'>) => {
      self.pause = wish === 'none' ? undefined : { until: wish === 'until asked' ? 'asked' : now() + 3_600_000 };
      return { ok: true };
    },
  };
  const self: FakePanelBackground = {
    rows,
    summary: sampleSummary(),
    pause: undefined,
    asked: [],
    ask: async (name, body) => {
      self.asked.push({ name, body });
      return { ok: true, ...structuredClone(answers[name]?.(body as never) as object) } as never;
    },
  };
  return self;
}
