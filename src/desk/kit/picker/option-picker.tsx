import { useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import { KeyCaps } from '../key-caps.tsx';
import { rowAfter } from '../row-focus.ts';
import type { DeskTexts } from '../texts/desk-texts.ts';
import { useModal } from '../use-modal.ts';

export interface PickerOption {
  id: string;
  title: string;
  /** Something to tell it by, as the group of a command. */
  note?: string | undefined;
  keys?: string | undefined;
}

interface OptionPickerProps<T extends PickerOption> {
  label: string;
  prompt: string;
  /** The options that fit what was typed, in their order. */
  find: (query: string) => readonly T[];
  onChoose: (option: T) => void;
  onClose: () => void;
  texts: DeskTexts;
}

/** Chooses one of many by typing. The text box stays focused; arrow keys choose among what fits, Enter takes it, Escape leaves. */
export function OptionPicker<T extends PickerOption>({ label, prompt, find, onChoose, onClose, texts }: OptionPickerProps<T>) {
  const dialog = useModal();
  const query = useSignal('');
  const at = useSignal(0);
  const list = useRef<HTMLDivElement>(null);
  const found = find(query.value);
  const chosen = found[Math.min(at.value, found.length - 1)];
  const take = (option: T | undefined) => {
    if (!option) return;
    // Closing returns the focus to where it was, which is where the choice acts.
    dialog.current?.close();
    onChoose(option);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.isComposing) return;
    if (event.key === 'Enter') take(chosen);
    const row = event.key.startsWith('Arrow') ? rowAfter(event, found.indexOf(chosen!), found.length) : undefined;
    if (row !== undefined) {
      at.value = row;
      list.current?.children[row]?.scrollIntoView({ block: 'nearest' });
    }
    if (event.key === 'Enter' || row !== undefined) event.preventDefault();
  };
  return (
    <dialog ref={dialog} class="picker" aria-label={label} onClose={onClose} closedby="any">
      <input
        class="picker-query"
        role="combobox"
        type="text"
        aria-label={prompt}
        aria-expanded="true"
        aria-controls="picker-list"
        aria-autocomplete="list"
        aria-activedescendant={chosen && `picker-${chosen.id}`}
        placeholder={prompt}
        autocomplete="off"
        spellcheck={false}
        value={query}
        onKeyDown={onKeyDown}
        onInput={({ currentTarget }) => {
          query.value = currentTarget.value;
          at.value = 0;
        }}
      />
      <div id="picker-list" role="listbox" aria-label={label} ref={list}>
        {found.map((option) => (
          <Option key={option.id} option={option} isChosen={option === chosen} onTake={() => take(option)} />
        ))}
      </div>
      <p class="quiet picker-count" role="status">
        {found.length === 0 ? texts.picker.none : texts.picker.found(found.length)}
      </p>
    </dialog>
  );
}

function Option({ option, isChosen, onTake }: { option: PickerOption; isChosen: boolean; onTake: () => void }) {
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the text box has the focus, and its Enter key takes the chosen option
    <div id={`picker-${option.id}`} role="option" tabIndex={-1} aria-selected={isChosen} onClick={onTake}>
      <span>{option.title}</span>
      {option.note && <span class="quiet">{option.note}</span>}
      {option.keys && <KeyCaps keys={option.keys} />}
    </div>
  );
}
