import type { ReadonlySignal } from '@preact/signals';
import { type Ask, refusalText } from '../../messaging/ask.ts';
import type { StudioDraft } from '../../model/studio/studio-draft.ts';
import type { Clock } from '../../runtime/clock.ts';
import type { Translate } from '../../runtime/translate.ts';
import type { DraftEdit, EditResult } from '../../studio/edit/draft-edit.ts';
import { editDraft } from '../../studio/edit/edit-draft.ts';
import { createDraftStore } from './draft-store.ts';
import { createSessionSignals, type SessionSignals } from './session-signals.ts';

/** So long after the last change it is saved: one save, and one undo, for a word that is typed. */
const SAVE_DELAY_MS = 400;

/** A draft that is open in the editor. */
export interface DraftSession extends Readonly<{ [K in keyof SessionSignals]: ReadonlySignal<SessionSignals[K]['value']> }> {
  id: string;
  edit(edit: DraftEdit): EditResult;
  credit(credit: StudioDraft['credit']): void;
  /** Saves what has changed, at once. False if that failed or met another version. */
  flush(): Promise<boolean>;
  undo(): Promise<void>;
  redo(): Promise<void>;
  /** Reads the draft again, unless there are changes to save. */
  read(): Promise<void>;
  resolve(choice: 'mine' | 'theirs'): Promise<void>;
}

export interface DraftSessionDeps {
  ask: Ask;
  t: Translate;
  clock: Clock;
}

export function openDraftSession(id: string, { ask, t, clock }: DraftSessionDeps): DraftSession {
  const signals = createSessionSignals();
  const { draft, saving, failure, conflict } = signals;
  const fail = (refusal: Parameters<typeof refusalText>[0]) => {
    failure.value = refusalText(refusal, t);
  };
  const store = createDraftStore(id, ask, signals, fail);
  let cancelSave = () => {};

  function change(next: StudioDraft): void {
    draft.value = next;
    saving.value = 'changed';
    cancelSave();
    cancelSave = clock.after(SAVE_DELAY_MS, () => void store.save());
  }
  async function flush(): Promise<boolean> {
    cancelSave();
    return store.save();
  }
  async function travel(direction: 'studio.undo' | 'studio.redo'): Promise<void> {
    if (!(await flush())) return;
    const done = await ask(direction, { id });
    if (done.ok) await store.load();
    else fail(done);
  }
  return {
    id,
    ...signals,
    edit(one) {
      const result = editDraft(draft.value!, one);
      if (!result.ok || conflict.value) return result;
      change(result.draft);
      // What is typed is saved once the person pauses; anything else is a version of its own.
      if (one.is !== 'set' && one.is !== 'set-text') void flush();
      return result;
    },
    credit: (credit) => change({ ...draft.value!, credit }),
    flush,
    undo: () => travel('studio.undo'),
    redo: () => travel('studio.redo'),
    async read() {
      if (saving.value === 'saved' && !conflict.value) await store.load();
    },
    resolve: store.resolve,
  };
}
