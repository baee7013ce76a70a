/** What of a keyboard event decides which shortcut it is. */
export type KeyPress = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>;

const isLetter = (key: string): boolean => key.length === 1 && key.toLowerCase() !== key.toUpperCase();

/**
 * A key event as text to compare with a command's keys: `j`, `Shift+m`, `Mod+k`, `Escape`. It goes by the character that the keyboard
 * layout gives. Shift counts with letters and named keys only: whether `?` takes Shift is a matter of the layout.
 */
export function keyToken({ key, ctrlKey, metaKey, altKey, shiftKey }: KeyPress, isAltGraph = false): string {
  const isSymbol = key.length === 1 && !isLetter(key);
  const modifiers = [
    (ctrlKey || metaKey) && !isAltGraph && 'Mod',
    altKey && !isAltGraph && 'Alt',
    shiftKey && !isSymbol && 'Shift',
  ].filter(Boolean);
  return [...modifiers, isLetter(key) ? key.toLowerCase() : key === ' ' ? 'Space' : key].join('+');
}

/** The keys of a command as tokens, one for each press: `g i` is two. */
export const tokensOf = (keys: string): string[] =>
  keys.split(' ').map((one) => {
    const parts = one.split('+');
    const key = parts.at(-1) || '+';
    return [...parts.slice(0, -1).filter(Boolean), isLetter(key) ? key.toLowerCase() : key].join('+');
  });

/** Is it one character without Ctrl, ⌘ or Alt, as dictation or a slip may give it? These can be switched off. */
export const isCharacter = (token: string): boolean => [...token.replace(/^Shift\+/, '')].length === 1;
