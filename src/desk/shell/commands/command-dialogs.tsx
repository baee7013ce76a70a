import { useSignal } from '@preact/signals';
import type { DeskDeps } from '../desk-deps.ts';
import { useCommands } from './command-registry.ts';
import type { DeskCommand } from './desk-command.ts';
import { Palette } from './palette.tsx';
import { ShortcutHelp } from './shortcut-help.tsx';

/** The palette and the help, with the commands that open them. */
export function CommandDialogs({ commands, characters, texts }: Pick<DeskDeps, 'commands' | 'characters' | 'texts'>) {
  const open = useSignal<'palette' | 'help' | null>(null);
  const show = (which: 'palette' | 'help' | null) => () => {
    open.value = which;
  };
  const own: DeskCommand[] = [
    {
      id: 'desk.palette',
      title: texts.commands.palette,
      group: 'desk',
      keys: ['Mod+K'],
      isKeyOnly: true,
      run: show('palette'),
    },
    { id: 'desk.help', title: texts.commands.help, group: 'desk', keys: ['?'], run: show('help') },
    {
      id: 'desk.characters',
      title: characters.areOn.value ? texts.commands.charactersOff : texts.commands.charactersOn,
      group: 'desk',
      keys: [],
      run: characters.toggle,
    },
  ];
  useCommands(commands, own);
  const shared = { commands: commands.commands.value, texts, onClose: show(null) };
  return (
    <>
      {open.value === 'palette' && <Palette {...shared} />}
      {open.value === 'help' && <ShortcutHelp {...shared} characters={characters} />}
    </>
  );
}
