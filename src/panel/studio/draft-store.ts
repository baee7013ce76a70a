import type { Ask } from '../../messaging/ask.ts';
import type { Refusal } from '../../messaging/result.ts';
import type { SessionSignals } from './session-signals.ts';

interface DraftStore {
  load(): Promise<void>;
  /** False if it failed, or met another version. */
  save(): Promise<boolean>;
  resolve(choice: 'mine' | 'theirs'): Promise<void>;
}

/** Reads and saves the draft, one save at a time. A save that another version came before shows both. */
export function createDraftStore(id: string, ask: Ask, signals: SessionSignals, fail: (refusal: Refusal) => void): DraftStore {
  const { draft, saving, failure, conflict } = signals;
  let revision = 0;
  let running: Promise<boolean> | undefined;

  async function load(): Promise<void> {
    const reply = await ask('studio.draft', { id });
    if (!reply.ok) return fail(reply);
    // What was changed meanwhile is newer than this.
    if (saving.value !== 'saved') return;
    ({ revision } = reply.draft);
    draft.value = reply.draft;
    failure.value = '';
    signals.faults.value = reply.faults;
    signals.history.value = { canUndo: reply.canUndo, canRedo: reply.canRedo };
    const found = await ask('studio.health', { id });
    if (found.ok) signals.health.value = found.anchors;
  }
  async function saveOnce(): Promise<boolean> {
    const sent = draft.value!;
    saving.value = 'saving';
    const result = await ask('studio.save', { draft: { ...sent, revision }, basedOn: revision });
    if (!result.ok) return refused(result);
    ({ revision } = result);
    failure.value = '';
    // More was changed while this was saved.
    if (draft.value !== sent) return saveOnce();
    saving.value = 'saved';
    await load();
    return true;
  }
  async function refused(refusal: Refusal): Promise<boolean> {
    saving.value = 'failed';
    const stored = await ask('studio.draft', { id });
    if (stored.ok && stored.draft.revision !== revision) conflict.value = { mine: draft.value!, theirs: stored.draft };
    else fail(refusal);
    return false;
  }
  function save(): Promise<boolean> {
    if (conflict.value || !draft.value) return Promise.resolve(false);
    if (saving.value === 'saved') return Promise.resolve(true);
    running ??= saveOnce().finally(() => {
      running = undefined;
    });
    return running;
  }
  async function resolve(choice: 'mine' | 'theirs'): Promise<void> {
    ({ revision } = conflict.value!.theirs);
    conflict.value = null;
    if (choice === 'theirs') saving.value = 'saved';
    await (choice === 'mine' ? save() : load());
  }
  return { load, save, resolve };
}
