import type { DeskTexts } from '../../kit/texts/desk-texts.ts';
import type { DeskCommand } from '../../shell/commands/desk-command.ts';
import { CommandBar } from './command-bar.tsx';
import type { ShownInbox } from './use-inbox.ts';

interface SelectionBarProps {
  inbox: ShownInbox;
  commands: readonly DeskCommand[];
  texts: DeskTexts;
}

/** How many items are selected, and what can be done with all of them. */
export function SelectionBar({ inbox: { list }, commands, texts }: SelectionBarProps) {
  const many = list.selection.value.ids.size;
  if (many === 0) return null;
  return (
    <section class="selection-bar" aria-label={texts.inbox.selected(many)}>
      <p role="status">{texts.inbox.selected(many)}</p>
      <CommandBar commands={commands} />
      <button type="button" class="button" onClick={() => list.select([])}>
        {texts.inbox.acts.clearSelection}
      </button>
    </section>
  );
}
