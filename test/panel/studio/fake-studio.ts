import type { Ask } from '../../../src/messaging/ask.ts';
import type { AnchorHealth, StudioState, UnreadableRow } from '../../../src/messaging/studio-messages.ts';
import type { Fault } from '../../../src/model/fault/fault.ts';
import type { StudioDraft } from '../../../src/model/studio/studio-draft.ts';
import type { OwnProposalRow } from '../../../src/panel/studio/studio-state.ts';
import { editDraft } from '../../../src/studio/edit/edit-draft.ts';
import { sampleDraft, sampleTip } from './sample-drafts.ts';

/** A background with drafts in memory; each keeps its earlier versions, as that of the extension does. */
export interface FakeStudio {
  state: StudioState;
  drafts: StudioDraft[];
  past: Record<string, StudioDraft[]>;
  future: Record<string, StudioDraft[]>;
  faults: Fault[];
  unreadable: UnreadableRow[];
  health: Record<string, AnchorHealth>;
  proposals: OwnProposalRow[];
  /** Is a save refused, as when the disk is full? */
  isFull: boolean;
  isBroken: boolean;
  losses: string[];
  asked: { name: string; body: unknown }[];
  ask: Ask;
}

type Answers = { [name: string]: (body: never) => object };

export function createFakeStudio(now: number, mayRecord: boolean): FakeStudio {
  const self: FakeStudio = {
    state: {
      may: { record: mayRecord, propose: mayRecord },
      app: { id: 'orders', name: 'Orders' },
      recording: null,
      picking: null,
      trying: null,
    },
    drafts: mayRecord ? [sampleDraft(now), sampleTip(now)] : [],
    past: {},
    future: {},
    faults: [],
    unreadable: [],
    health: {},
    proposals: [],
    isFull: false,
    isBroken: false,
    losses: [],
    asked: [],
    ask: (async (name: string, body: never) => {
      self.asked.push({ name, body });
      if (self.isBroken) return { ok: false, why: 'gone', isUnanswered: true };
      return structuredClone({ ok: true, ...answers[name]!(body) });
    }) as Ask,
  };
  const answers: Answers = { ...draftAnswers(self), ...actAnswers(self, now) };
  return self;
}

const refusal = (why: string) => ({ ok: false, why });

/** Stores a version of a draft, after the one that it had. */
export function store(self: FakeStudio, draft: StudioDraft): number {
  const stored = self.drafts.find(({ id }) => id === draft.id);
  const revision = (stored?.revision ?? -1) + 1;
  if (stored) self.past[draft.id] = [...(self.past[draft.id] ?? []), stored];
  self.drafts = [...self.drafts.filter(({ id }) => id !== draft.id), { ...draft, revision }];
  return revision;
}

function draftAnswers(self: FakeStudio): Answers {
  const draftOf = (id: string) => self.drafts.find((draft) => draft.id === id);
  const travel = (id: string, from: 'past' | 'future', to: 'past' | 'future') => {
    const version = self[from][id]?.at(-1);
    const current = draftOf(id);
    if (!version || !current) return refusal('There is nothing to undo.');
    self[from][id] = self[from][id]!.slice(0, -1);
    self[to][id] = [...(self[to][id] ?? []), current];
    const revision = current.revision + 1;
    self.drafts = [...self.drafts.filter((draft) => draft.id !== id), { ...version, revision }];
    return { revision };
  };
  return {
    'studio.state': () => self.state,
    'studio.drafts': () => ({
      unreadable: self.unreadable,
      drafts: self.drafts.map(({ id, app, guide, changedAt, proposal }) => {
        const title = typeof guide.title === 'string' ? guide.title : guide.title.en!;
        const steps = guide.kind === 'walkthrough' ? guide.steps.length : 0;
        return { id, app, title, kind: guide.kind, steps, changedAt, ...(proposal && { proposal }) };
      }),
    }),
    'studio.draft': ({ id }: { id: string }) => {
      const draft = draftOf(id);
      if (!draft) return refusal('This draft is gone.');
      const [canUndo, canRedo] = [(self.past[id]?.length ?? 0) > 0, (self.future[id]?.length ?? 0) > 0];
      return { draft, canUndo, canRedo, faults: self.faults };
    },
    'studio.save': ({ draft, basedOn }: { draft: StudioDraft; basedOn: number }) => {
      if (self.isFull) return refusal('The disk is full.');
      if (draftOf(draft.id)?.revision !== basedOn) return refusal('The draft was changed elsewhere.');
      self.future[draft.id] = [];
      return { revision: store(self, draft) };
    },
    'studio.undo': ({ id }: { id: string }) => travel(id, 'past', 'future'),
    'studio.redo': ({ id }: { id: string }) => travel(id, 'future', 'past'),
    'studio.delete': ({ id }: { id: string }) => {
      self.drafts = self.drafts.filter((draft) => draft.id !== id);
      self.unreadable = self.unreadable.filter((one) => one.id !== id);
      return {};
    },
    'studio.health': () => ({ anchors: self.health }),
  };
}

function actAnswers(self: FakeStudio, now: number): Answers {
  const [first] = self.drafts;
  return {
    'studio.create': ({ kind }: { kind: string }) => {
      const draft = kind === 'tip' ? sampleTip(now) : sampleDraft(now);
      const created = { ...draft, id: crypto.randomUUID(), revision: 0 };
      self.drafts = [...self.drafts, created];
      return { id: created.id };
    },
    'studio.record': ({ id, translate }: { id?: string; translate?: true }) => {
      const draft = id ?? first!.id;
      const { guide } = self.drafts.find((one) => one.id === draft)!;
      const [step] = guide.kind === 'walkthrough' ? guide.steps : [];
      const translation = translate && step && { translation: { language: 'de', done: [step.id], of: 3, unmatched: 2 } };
      self.state = { ...self.state, recording: { draft, steps: 3, missed: [], unseenFrames: 0, ...translation } };
      return { id: draft };
    },
    'studio.stopRecording': () => {
      self.state = { ...self.state, recording: null };
      return {};
    },
    'studio.pick': ({ id, path, nearest }: { id: string; path: (string | number)[]; nearest?: boolean }) => {
      const draft = self.drafts.find((one) => one.id === id)!;
      const value = { role: 'button', name: nearest ? 'Save order' : 'Picked' };
      const picked = editDraft(draft, { is: 'set', path: path.slice(1), value });
      if (picked.ok) store(self, picked.draft);
      return {};
    },
    'studio.stopPicking': () => {
      self.state = { ...self.state, picking: null };
      return {};
    },
    'studio.try': ({ id }: { id: string | null }) => {
      self.state = { ...self.state, trying: id };
      return {};
    },
    'studio.import': () => ({ id: first!.id, losses: self.losses }),
    'studio.propose': ({ id }: { id: string }) => {
      const proposal = '00000000-0000-4000-8000-00000000000a';
      self.drafts = self.drafts.map((draft) => (draft.id === id ? { ...draft, proposal } : draft));
      const row = { id: proposal, title: 'Place an order', state: 'waiting', comment: null, guide: null, helped: null } as const;
      self.proposals = [{ ...row, isSent: false }];
      return {};
    },
    'studio.withdraw': ({ proposal }: { proposal: string }) => {
      self.proposals = self.proposals.map((one) => (one.id === proposal ? { ...one, state: 'withdrawn' as const } : one));
      return {};
    },
    'studio.proposals': () => ({ proposals: self.proposals }),
  };
}
