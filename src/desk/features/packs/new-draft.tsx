import { useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import type { ApiFailure } from '../../kit/api-result.ts';
import { Refusal } from '../../kit/refusal.tsx';
import type { DeskDeps } from '../../shell/desk-deps.ts';
import { findJsonFault } from './draft-words.ts';

/** Makes a draft of a file and opens it. */
export function NewDraft({ hub, signIn, router }: DeskDeps) {
  const input = useRef<HTMLInputElement>(null);
  const failure = useSignal<ApiFailure | null>(null);
  const isBusy = useSignal(false);
  async function make(): Promise<void> {
    const file = input.current?.files?.[0];
    if (!file || isBusy.value) return input.current?.focus();
    const text = await file.text();
    const fault = findJsonFault(text);
    if (fault) {
      failure.value = notJson(file.name, fault);
      return;
    }
    isBusy.value = true;
    const made = await hub.publishing.makeDraft(text);
    isBusy.value = false;
    if (made.ok) return router.navigate({ view: 'packs', draft: made.value.id });
    failure.value = made.why;
    if (made.why.kind === 'signed-out') signIn.expire(made.why);
  }
  return (
    <section class="publish" aria-labelledby="new-draft-title">
      <h3 id="new-draft-title">New draft</h3>
      <p class="quiet">
        Choose the JSON of a pack, as its author writes it. Somebody else reviews it before it can be published.
      </p>
      <label class="field">
        Pack as JSON
        <input ref={input} type="file" accept=".json,application/json" />
      </label>
      <button type="button" class="button" aria-disabled={isBusy.value} onClick={make}>
        Make a draft
      </button>
      {failure.value && <Refusal failure={failure.value} />}
    </section>
  );
}

const notJson = (file: string, fault: string): ApiFailure => ({
  kind: 'refused',
  title: 'This is not a pack as JSON',
  detail: `${file}: ${fault}`,
  remedy: 'Correct the file, and choose it again.',
});
