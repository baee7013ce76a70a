import type { LedgerRow } from '../../src/ledger/row.ts';
import type { ActivePageGuides } from '../../src/messaging/active-tab-messages.ts';
import type { Ask } from '../../src/messaging/ask.ts';
import type { ExtensionStatus } from '../../src/messaging/extension-messages.ts';
import type { LedgerSummary } from '../../src/messaging/ledger-messages.ts';
import type { BodyOf, MessageName } from '../../src/messaging/messages.ts';
import { applyMuteRequest, endOfDay, type MuteState, notMuted } from '../../src/model/person/mute.ts';
import { sampleSummary } from './sample-ledger.ts';
import { samplePage, sampleStatus } from './sample-page.ts';

export interface FakePanelBackground {
  rows: LedgerRow[];
  summary: Omit<LedgerSummary, 'counts' | 'pause'>;
  pause: ExtensionStatus['pause'];
  mute: MuteState;
  /** What differs from the sample. */
  status: Partial<ExtensionStatus>;
  copied: string[];
  closed: string[];
  /** What there is on the page in front. */
  page: ActivePageGuides;
  /** Does the page in front open what it is asked to? */
  isAnswering: boolean;
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
        drafts: [],
      };
      self.summary = { ...self.summary, personalMemory };
      return { ok: true };
    },
    'guides.activeTab': () => self.page,
    'guide.open': () => ({ ok: self.isAnswering, why: 'The page has not answered.' }),
    'feedback.open': () => ({ ok: self.isAnswering, why: 'The page has not answered.' }),
    'guide.restore': ({ guide }: BodyOf<'guide.restore'>) => {
      self.page = { ...self.page, hidden: self.page.hidden.filter(({ key }) => key !== guide) };
      return { ok: true };
    },
    status: () => ({ ...sampleStatus(), ...self.status, mute: self.mute, pause: self.pause }),
    why: () => ({ inApp: false }),
    pages: () => ({ pages: [] }),
    mute: ({ wish, app }: BodyOf<'mute'>) => {
      self.mute = applyMuteRequest(self.mute, wish, { app, now: now() });
      return { ok: true };
    },
    pause: ({ wish }: BodyOf<'pause'>) => {
      const until = wish === 'today' ? endOfDay(now()) : now() + 3_600_000;
      self.pause = wish === 'none' ? undefined : { until: wish === 'until asked' ? 'asked' : until };
      return { ok: true };
    },
  };
  const self: FakePanelBackground = {
    rows,
    summary: sampleSummary(),
    pause: undefined,
    mute: notMuted,
    status: {},
    copied: [],
    closed: [],
    page: samplePage(),
    isAnswering: true,
    asked: [],
    ask: async (name, body) => {
      self.asked.push({ name, body });
      return { ok: true, ...structuredClone(answers[name]?.(body as never) as object) } as never;
    },
  };
  return self;
}
