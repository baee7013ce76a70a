import { findOptions } from '../../kit/picker/find-options.ts';
import { OptionPicker } from '../../kit/picker/option-picker.tsx';
import type { DeskTexts } from '../../kit/texts/desk-texts.ts';
import { type DeskCommand, isEnabled } from './desk-command.ts';

interface PaletteProps {
  commands: readonly DeskCommand[];
  texts: DeskTexts;
  onClose: () => void;
}

/** Every command that can be run now, by its title. */
export function Palette({ commands, texts, onClose }: PaletteProps) {
  const options = commands
    .filter((command) => !command.isKeyOnly && isEnabled(command))
    .map(({ id, title, group, keys, run }) => ({ id, title, note: texts.commands.groups[group], keys: keys[0], run }));
  return (
    <OptionPicker
      label={texts.commands.palette}
      prompt={texts.commands.search}
      find={(query) => findOptions(options, query)}
      onChoose={({ run }) => run()}
      onClose={onClose}
      texts={texts}
    />
  );
}
