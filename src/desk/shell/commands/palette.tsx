import { useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import { rowAfter } from '../../kit/row-focus.ts';
import type { DeskTexts } from '../../kit/texts/desk-texts.ts';
import type { DeskCommand } from './desk-command.ts';
import { findCommands } from './find-commands.ts';
import { KeyCaps } from './key-caps.tsx';
import { useModal } from './use-modal.ts';

interface PaletteProps {
  commands: readonly DeskCommand[];
  texts: DeskTexts;
  onClose: () => void;
}

/** Every command by its title. The text box stays focused; arrow keys choose among what matches, Enter runs it. */
export function Palette({ commands, texts, onClose }: PaletteProps) {
  const dialog = useModal();
  const query = useSignal('');
  const at = useSignal(0);
  const list = useRef<HTMLDivElement>(null);
  const found = findCommands(commands, query.value);
  const chosen = found[Math.min(at.value, found.length - 1)];
  const choose = (row: number) => {
    at.value = row;
    list.current?.children[row]?.scrollIntoView({ block: 'nearest' });
  };
  const run = (command: DeskCommand | undefined) => {
    if (!command) return;
    // Closing returns the focus to where it was, which is where the command acts.
    dialog.current?.close();
    command.run();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.isComposing) return;
    if (event.key === 'Enter') run(chosen);
    const row = event.key.startsWith('Arrow') ? rowAfter(event, found.indexOf(chosen!), found.length) : undefined;
    if (row !== undefined) choose(row);
    if (event.key === 'Enter' || row !== undefined) event.preventDefault();
  };
  return (
    <dialog ref={dialog} class="palette" aria-label={texts.commands.palette} onClose={onClose} closedby="any">
      <input
        class="palette-query"
        role="combobox"
        type="text"
        aria-label={texts.commands.search}
        aria-expanded="true"
        aria-controls="palette-list"
        aria-autocomplete="list"
        aria-activedescendant={chosen && `palette-${chosen.id}`}
        placeholder={texts.commands.search}
        autocomplete="off"
        spellcheck={false}
        value={query}
        onKeyDown={onKeyDown}
        onInput={({ currentTarget }) => {
          query.value = currentTarget.value;
          at.value = 0;
        }}
      />
      <div id="palette-list" role="listbox" aria-label={texts.commands.palette} ref={list}>
        {found.map((command) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the text box has the focus, and its Enter key runs the chosen option
          <div
            key={command.id}
            id={`palette-${command.id}`}
            role="option"
            tabIndex={-1}
            aria-selected={command === chosen}
            onClick={() => run(command)}
          >
            <span>{command.title}</span>
            <span class="quiet">{texts.commands.groups[command.group]}</span>
            {command.keys[0] && <KeyCaps keys={command.keys[0]} />}
          </div>
        ))}
      </div>
      <p class="quiet palette-count" role="status">
        {found.length === 0 ? texts.commands.none : texts.commands.found(found.length)}
      </p>
    </dialog>
  );
}
