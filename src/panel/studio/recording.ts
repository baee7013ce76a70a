import { type ReadonlySignal, signal } from '@preact/signals';
import type { Ask } from '../../messaging/ask.ts';
import type { StudioDraft } from '../../model/studio/studio-draft.ts';
import type { Translate } from '../../runtime/translate.ts';
import { editDraft } from '../../studio/edit/edit-draft.ts';
import type { StudioBoard } from './studio-state.ts';

/** So often a step is added by hand while steps that are recorded come in between. */
const ATTEMPTS = 5;

export interface RecordingControl {
  /** The draft that is recorded into. */
  draft: ReadonlySignal<StudioDraft | null>;
  read(): Promise<void>;
  start(): Promise<void>;
  stop(): Promise<void>;
  /** Adds a step in words for an act that was not caught. */
  addByHand(missed: string): Promise<void>;
  dismissMissed(missed: string): void;
  isHandled(missed: string): boolean;
}

export interface RecordingDeps {
  ask: Ask;
  board: StudioBoard;
  t: Translate;
  /** Opens the draft in the editor. */
  open(draft: string): void;
}

export function createRecording({ ask, board, t, open }: RecordingDeps): RecordingControl {
  const draft = signal<StudioDraft | null>(null);
  const handled = signal<ReadonlySet<string>>(new Set());
  const dismissMissed = (missed: string) => {
    handled.value = new Set([...handled.value, missed]);
  };

  async function read(): Promise<void> {
    const id = board.state.value?.recording?.draft;
    if (id === undefined) {
      draft.value = null;
      return;
    }
    const reply = await ask('studio.draft', { id });
    if (reply.ok) draft.value = reply.draft;
  }
  async function addStep(): Promise<boolean> {
    const id = board.state.value?.recording?.draft;
    for (let attempt = 0; id !== undefined && attempt < ATTEMPTS; attempt += 1) {
      const reply = await ask('studio.draft', { id });
      if (!reply.ok || reply.draft.guide.kind !== 'walkthrough') return false;
      const after = reply.draft.guide.steps.at(-1)?.id ?? null;
      const added = editDraft(reply.draft, { is: 'add', after, title: t('studioNewTitle'), body: t('studioNewBody') });
      if (!added.ok) return false;
      const saved = await ask('studio.save', { draft: added.draft, basedOn: reply.draft.revision });
      if (saved.ok) return true;
    }
    return false;
  }
  return {
    draft,
    read,
    start: () => board.record(),
    async stop() {
      const id = await board.stopRecording();
      if (id !== undefined) open(id);
    },
    async addByHand(missed) {
      const isAdded = await addStep();
      board.announcement.value = { text: t(isAdded ? 'studioAdded' : 'studioNotAdded'), isFailure: !isAdded };
      if (isAdded) dismissMissed(missed);
      await read();
    },
    dismissMissed,
    isHandled: (missed) => handled.value.has(missed),
  };
}
