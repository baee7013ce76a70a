import { type Signal, signal } from '@preact/signals';
import type { AnchorHealth } from '../../messaging/studio-messages.ts';
import type { Fault } from '../../model/fault/fault.ts';
import type { StudioDraft } from '../../model/studio/studio-draft.ts';

/** `changed`: not saved yet. `failed`: not saved, and the next change or `flush` tries again. */
type SavingState = 'saved' | 'changed' | 'saving' | 'failed';
interface DraftConflict {
  mine: StudioDraft;
  theirs: StudioDraft;
}

export interface SessionSignals {
  /** Null until it was read. */
  draft: Signal<StudioDraft | null>;
  faults: Signal<Fault[]>;
  saving: Signal<SavingState>;
  /** Why the draft could not be read, saved or taken back. */
  failure: Signal<string>;
  /** The draft was changed elsewhere since it was read: both versions, of which the person chooses one. */
  conflict: Signal<DraftConflict | null>;
  history: Signal<{ canUndo: boolean; canRedo: boolean }>;
  /** By JSON text of the path from the draft. */
  health: Signal<Record<string, AnchorHealth>>;
}

export const createSessionSignals = (): SessionSignals => ({
  draft: signal(null),
  faults: signal([]),
  saving: signal('saved'),
  failure: signal(''),
  conflict: signal(null),
  history: signal({ canUndo: false, canRedo: false }),
  health: signal({}),
});
