import { KeyCaps } from '../../kit/key-caps.tsx';
import type { DeskTexts } from '../../kit/texts/desk-texts.ts';
import { useModal } from '../../kit/use-modal.ts';
import type { CharacterShortcuts } from './character-shortcuts.ts';
import { COMMAND_GROUPS, type DeskCommand } from './desk-command.ts';

interface ShortcutHelpProps {
  commands: readonly DeskCommand[];
  characters: CharacterShortcuts;
  texts: DeskTexts;
  onClose: () => void;
}

/** The keys of every command that this page offers, with the switch for those of a single character. */
export function ShortcutHelp({ commands, characters, texts, onClose }: ShortcutHelpProps) {
  const dialog = useModal();
  return (
    <dialog ref={dialog} class="shortcut-help" aria-labelledby="shortcut-help-title" onClose={onClose} closedby="any">
      <form method="dialog" class="shortcut-help-head">
        <h2 id="shortcut-help-title">{texts.commands.help}</h2>
        <button type="submit" class="button">
          {texts.commands.close}
        </button>
      </form>
      <label class="shortcut-switch">
        <input type="checkbox" checked={characters.areOn} onChange={characters.toggle} />
        <span>{texts.commands.characters}</span>
      </label>
      <div class="shortcut-groups">
        {COMMAND_GROUPS.map((group) => ({ group, members: commands.filter((one) => one.group === group && one.keys.length > 0) }))
          .filter(({ members }) => members.length > 0)
          .map(({ group, members }) => (
            <section key={group} aria-labelledby={`shortcuts-${group}`}>
              <h3 id={`shortcuts-${group}`}>{texts.commands.groups[group]}</h3>
              <dl>
                {members.map((command) => (
                  <div key={command.id}>
                    <dt>{command.title}</dt>
                    <dd>
                      {command.keys.map((keys) => (
                        <KeyCaps key={keys} keys={keys} />
                      ))}
                    </dd>
                  </div>
                ))}
              </dl>
            </section>
          ))}
      </div>
    </dialog>
  );
}
