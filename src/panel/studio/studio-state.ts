import { computed, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import { type Ask, refusalText } from '../../messaging/ask.ts';
import type { ReplyOf } from '../../messaging/messages.ts';
import type { Refusal } from '../../messaging/result.ts';
import type { StudioDraftRow, StudioState, UnreadableRow } from '../../messaging/studio-messages.ts';
import type { Translate } from '../../runtime/translate.ts';

export type DraftKind = 'walkthrough' | 'tip' | 'notice' | 'checklist' | 'question';
export type OwnProposalRow = Extract<ReplyOf<'studio.proposals'>, { ok: true }>['proposals'][number];

/** What the studio shows beside the draft that is edited, and what the person does with drafts as a whole. */
export interface StudioBoard {
  /** Null until it was read. */
  state: Signal<StudioState | null>;
  drafts: Signal<StudioDraftRow[] | null>;
  /** Drafts that cannot be read any more, with the reason. */
  unreadable: Signal<UnreadableRow[]>;
  proposals: Signal<OwnProposalRow[]>;
  /** What became of the last act, for a live region. */
  announcement: Signal<{ text: string; isFailure: boolean }>;
  /** What an import left out. */
  losses: Signal<string[]>;
  /** May the person record here, are they in the middle of it, or is there something that they proposed? */
  isAvailable: ReadonlySignal<boolean>;
  /** Returns false if a later reading has been asked for meanwhile, which is the one that counts. */
  read(): Promise<boolean>;
  record(draft?: string): Promise<void>;
  /** Has the steps of a draft repeated in the language of the page in front. */
  translate(draft: string): Promise<void>;
  stopRecording(): Promise<string | undefined>;
  create(kind: DraftKind): Promise<string | undefined>;
  importText(text: string): Promise<string | undefined>;
  remove(draft: string): Promise<void>;
  withdraw(proposal: string): Promise<void>;
  tryOut(draft: string | null): Promise<void>;
  stopPicking(): Promise<void>;
}

/** @param refresh reads all that is shown, after each act */
export function createStudioBoard(ask: Ask, t: Translate, refresh: () => Promise<void>): StudioBoard {
  const state = signal<StudioState | null>(null);
  const drafts = signal<StudioDraftRow[] | null>(null);
  const unreadable = signal<UnreadableRow[]>([]);
  const proposals = signal<OwnProposalRow[]>([]);
  const announcement = signal({ text: '', isFailure: false });
  const losses = signal<string[]>([]);

  let readings = 0;
  async function read(): Promise<boolean> {
    const reading = ++readings;
    const now = await ask('studio.state', {});
    if (reading !== readings) return false;
    if (!now.ok) return true;
    state.value = now;
    const [listed, proposed] = await Promise.all([ask('studio.drafts', {}), ask('studio.proposals', {})]);
    if (listed.ok) {
      drafts.value = listed.drafts;
      unreadable.value = listed.unreadable;
    } else announce(listed);
    if (proposed.ok) proposals.value = proposed.proposals;
    return true;
  }
  const announce = (result: { ok: true } | Refusal, done = '') => {
    announcement.value = result.ok ? { text: done, isFailure: false } : { text: refusalText(result, t), isFailure: true };
  };
  async function perform<R extends { ok: true } | Refusal>(asked: Promise<R>, done = ''): Promise<R> {
    const result = await asked;
    announce(result, done);
    await refresh();
    return result;
  }
  const idOf = (result: { ok: true; id: string } | Refusal) => (result.ok ? result.id : undefined);
  const app = () => state.value?.app?.id ?? '';

  return {
    state,
    drafts,
    unreadable,
    proposals,
    announcement,
    losses,
    isAvailable: computed(() => state.value !== null && (isInUse(state.value) || proposals.value.length > 0)),
    read,
    record: async (id) => void (await perform(ask('studio.record', id === undefined ? {} : { id }), t('studioRecordingStarted'))),
    translate: async (id) => void (await perform(ask('studio.record', { id, translate: true }), t('studioRecordingStarted'))),
    async stopRecording() {
      const draft = state.value?.recording?.draft;
      const result = await perform(ask('studio.stopRecording', {}), t('studioRecordingStopped'));
      return result.ok ? draft : undefined;
    },
    create: async (kind) => idOf(await perform(ask('studio.create', { app: app(), kind }))),
    async importText(text) {
      losses.value = [];
      const result = await perform(ask('studio.import', { app: app(), text }), t('studioImported'));
      if (result.ok) losses.value = result.losses;
      return idOf(result);
    },
    remove: async (id) => void (await perform(ask('studio.delete', { id }), t('studioDeleted'))),
    withdraw: async (proposal) => void (await perform(ask('studio.withdraw', { proposal }), t('studioWithdrawn'))),
    stopPicking: async () => void (await perform(ask('studio.stopPicking', {}))),
    tryOut: async (id) => void (await perform(ask('studio.try', { id }), t(id === null ? 'studioTryEnded' : 'studioTryStarted'))),
  };
}

const isInUse = ({ may, recording, picking, trying }: StudioState): boolean =>
  may.record || recording !== null || picking !== null || trying !== null;
