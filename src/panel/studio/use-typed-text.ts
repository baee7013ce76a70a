import { useSignal } from '@preact/signals';
import type { Fault } from '../../model/fault/fault.ts';
import type { StudioDraft } from '../../model/studio/studio-draft.ts';
import type { EditResult } from '../../studio/edit/draft-edit.ts';

interface TypedText {
  /** What the field shows: what was typed, as long as the draft has what became of it. */
  text: string;
  /** Why what was typed is not accepted. */
  faults: Fault[];
  onInput(event: { currentTarget: { value: string } }): void;
  onBlur(): void;
}

/**
 * What is typed into a field goes to the draft at once, and stays in the field as it was typed until the person leaves it; what the draft
 * refuses stays with the reason. Once the draft has something else, by undo or from elsewhere, the field shows that.
 */
export function useTypedText(
  draft: StudioDraft,
  read: (draft: StudioDraft) => string,
  commit: (typed: string) => EditResult,
): TypedText {
  const value = read(draft);
  const typed = useSignal<{ text: string; accepted: string; faults: Fault[] } | null>(null);
  const current = typed.value?.accepted === value ? typed.value : null;
  return {
    text: current?.text ?? value,
    faults: current?.faults ?? [],
    onInput({ currentTarget: { value: text } }) {
      const result = commit(text);
      const faults = !result.ok && result.why === 'not-valid' ? result.faults : [];
      typed.value = { text, accepted: result.ok ? read(result.draft) : value, faults };
    },
    onBlur() {
      if (typed.value && typed.value.faults.length === 0) typed.value = null;
    },
  };
}
