import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { LoadedDraft } from '../../kit/publishing-api.ts';
import { Refusal } from '../../kit/refusal.tsx';
import { useAct } from '../../kit/use-act.ts';
import type { DeskDeps } from '../../shell/desk-deps.ts';
import { findJsonFault } from './draft-words.ts';
import { ScrollingText } from './scrolling-text.tsx';
import { unsavedTexts } from './unsaved-texts.ts';

interface DraftEditorProps extends DeskDeps {
  draft: LoadedDraft;
  onSaved: () => Promise<void>;
}

/**
 * The content of a draft as text. What was typed stays until it is saved or given up: also when somebody else changed the draft meanwhile,
 * whose text then stands below.
 */
export function DraftEditor({ draft, onSaved, ...desk }: DraftEditorProps) {
  const { id, revision, text: savedText } = draft;
  const written = useSignal(unsavedTexts.get(id) ?? null);
  const jsonFault = useSignal<string | null>(null);
  const { run, failure, isBusy } = useAct({ ...desk, onAnswer: onSaved });
  const write = (next: typeof written.value) => {
    written.value = next;
    if (next) unsavedTexts.set(id, next);
    else unsavedTexts.delete(id);
  };
  useWarnBeforeLeaving(written.value !== null);
  const text = written.value?.text ?? savedText;
  const isBehind = written.value !== null && written.value.revision < revision;
  async function save(over: number): Promise<void> {
    jsonFault.value = findJsonFault(text);
    if (jsonFault.value) return;
    const saved = await run(async () => {
      const result = await desk.hub.publishing.saveDraft({ id, revision: over }, text);
      if (result.ok && written.value) write({ text: written.value.text, revision: result.value.revision });
      return result;
    }, 'The change is saved');
    // What was typed while it was being saved is not saved.
    if (saved && written.value?.text === text) write(null);
  }
  return (
    <section class="editor" aria-labelledby="editor-title">
      <h2 id="editor-title">Content</h2>
      {draft.state !== 'draft' && <p class="quiet">Saving a change ends the review: it has to be handed in again.</p>}
      <label class="field" for="draft-text">
        The pack as JSON
      </label>
      <textarea
        id="draft-text"
        rows={24}
        spellcheck={false}
        dir="ltr"
        aria-describedby="draft-text-fault"
        aria-invalid={jsonFault.value !== null}
        value={text}
        onInput={({ currentTarget }) => write({ text: currentTarget.value, revision: written.value?.revision ?? revision })}
      />
      <p id="draft-text-fault" role="alert">
        {jsonFault.value && `This is not JSON, so nothing was saved. ${jsonFault.value}`}
      </p>
      <p class="button-row">
        <button
          type="button"
          class="button"
          aria-disabled={isBusy.value || written.value === null}
          onClick={() => written.value && save(written.value.revision)}
        >
          Save
        </button>
        <span class="quiet">{written.value ? 'Not saved yet' : 'Saved'}</span>
      </p>
      {failure.value && <Refusal failure={failure.value} />}
      {isBehind && <OtherText text={savedText} onTake={() => write(null)} onReplace={() => save(revision)} />}
    </section>
  );
}

interface OtherTextProps {
  text: string;
  onTake: () => void;
  onReplace: () => void;
}

/** What somebody else saved while this person wrote. */
function OtherText({ text, onTake, onReplace }: OtherTextProps) {
  return (
    <section aria-labelledby="other-text-title">
      <h3 id="other-text-title">Somebody else changed this draft</h3>
      <p>Your text above is not saved, and is still there. This is what is saved now:</p>
      <ScrollingText text={text} label="What is saved now" />
      <p class="button-row">
        <button type="button" class="button" onClick={onReplace}>
          Save mine instead
        </button>
        <button type="button" class="button" onClick={onTake}>
          Give mine up
        </button>
      </p>
    </section>
  );
}

function useWarnBeforeLeaving(isUnsaved: boolean): void {
  useEffect(() => {
    if (!isUnsaved) return;
    const lifetime = new AbortController();
    window.addEventListener('beforeunload', (event) => event.preventDefault(), { signal: lifetime.signal });
    return () => lifetime.abort();
  }, [isUnsaved]);
}
