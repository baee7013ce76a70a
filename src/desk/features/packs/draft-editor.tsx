import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import type { LoadedDraft } from '../../kit/publishing-api.ts';
import { Refusal } from '../../kit/refusal.tsx';
import { useAct } from '../../kit/use-act.ts';
import type { DeskDeps } from '../../shell/desk-deps.ts';
import { differingLines } from './differing-lines.ts';
import { findJsonFault } from './draft-words.ts';
import { findInText } from './find-in-text.ts';
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
  const area = useSelectedPlace(text, desk.router.route.value.at);
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
  /** What this person wrote becomes a draft of its own, and what is saved here stays. */
  async function keepBoth(): Promise<void> {
    jsonFault.value = findJsonFault(text);
    if (jsonFault.value) return;
    const made = await run(() => desk.hub.publishing.makeDraft(text), 'Your text is a draft of its own');
    if (!made) return;
    write(null);
    desk.router.navigate({ view: 'packs', draft: made.id });
  }
  return (
    <section class="editor" aria-labelledby="editor-title">
      <h2 id="editor-title">Content</h2>
      {draft.state !== 'draft' && <p class="quiet">Saving a change ends the review: it has to be handed in again.</p>}
      <label class="field" for="draft-text">
        The pack as JSON
      </label>
      <textarea
        ref={area}
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
      {isBehind && (
        <OtherText
          text={savedText}
          mine={text}
          onTake={() => write(null)}
          onReplace={() => save(revision)}
          onKeepBoth={keepBoth}
        />
      )}
    </section>
  );
}

interface OtherTextProps {
  text: string;
  mine: string;
  onTake: () => void;
  onReplace: () => void;
  onKeepBoth: () => void;
}

/** What somebody else saved while this person wrote. */
function OtherText({ text, mine, onTake, onReplace, onKeepBoth }: OtherTextProps) {
  const differing = differingLines(text, mine);
  return (
    <section aria-labelledby="other-text-title">
      <h3 id="other-text-title">Somebody else changed this draft</h3>
      <p>Your text above is not saved, and is still there. This is what is saved now:</p>
      <ScrollingText text={text} label="What is saved now" />
      <h4>What differs: in what is saved</h4>
      <ScrollingText text={differing.saved || 'Nothing that yours lacks.'} label="What differs, as it is saved" />
      <h4>What differs: in yours</h4>
      <ScrollingText text={differing.mine || 'Nothing that is not saved.'} label="What differs, as you wrote it" />
      <p class="button-row">
        <button type="button" class="button" onClick={onReplace}>
          Save mine instead
        </button>
        <button type="button" class="button" onClick={onKeepBoth}>
          Keep both: mine as another draft
        </button>
        <button type="button" class="button" onClick={onTake}>
          Give mine up
        </button>
      </p>
    </section>
  );
}

/** Selects the place that the address names, once, so that reading and writing go on there. */
function useSelectedPlace(text: string, at: string | undefined) {
  const area = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    const place = at === undefined ? null : findInText(text, at);
    if (!place || !area.current) return;
    area.current.focus();
    area.current.setSelectionRange(place.start, place.end);
    area.current.scrollTop = (place.start / text.length) * area.current.scrollHeight;
  }, []);
  return area;
}

function useWarnBeforeLeaving(isUnsaved: boolean): void {
  useEffect(() => {
    if (!isUnsaved) return;
    const lifetime = new AbortController();
    window.addEventListener('beforeunload', (event) => event.preventDefault(), { signal: lifetime.signal });
    return () => lifetime.abort();
  }, [isUnsaved]);
}
