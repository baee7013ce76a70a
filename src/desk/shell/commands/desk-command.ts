/** Where a command stands in the palette and in the help. */
export type CommandGroup = 'go' | 'list' | 'item' | 'desk';

export const COMMAND_GROUPS: readonly CommandGroup[] = ['item', 'list', 'go', 'desk'];

/** One thing that a person can do. Shortcuts, palette, menus and help are made from it, so that none of them can disagree. */
export interface DeskCommand {
  /** Unique, as in `go.inbox`. */
  id: string;
  title: string;
  group: CommandGroup;
  /** Any of these runs it: `j`, `Shift+M`, `Mod+K` (Ctrl, or ⌘ on Apple machines), or one after the other, as in `g i`. */
  keys: readonly string[];
  /** Holding the key down runs it again and again. */
  repeats?: boolean;
  /** It has a key alone: nobody looks for it in a palette, as for the movement within a list. */
  isKeyOnly?: boolean;
  isEnabled?: () => boolean;
  run: () => void;
}

export const isEnabled = (command: DeskCommand): boolean => command.isEnabled?.() ?? true;
