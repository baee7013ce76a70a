import type { CharacterShortcuts } from './character-shortcuts.ts';
import type { CommandRegistry } from './command-registry.ts';
import { isCharacter, keyToken } from './key-token.ts';
import { matchKeys, NO_KEYS } from './match-keys.ts';

interface ShortcutDeps {
  registry: Pick<CommandRegistry, 'commands'>;
  characters: Pick<CharacterShortcuts, 'areOn'>;
  lifetime: AbortSignal;
}

/** Input types into which nobody types. */
const UNTYPED = new Set(['button', 'checkbox', 'color', 'file', 'image', 'radio', 'range', 'reset', 'submit']);

/** Would this key enter or choose something there? */
function isTyped(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target instanceof HTMLInputElement) return !UNTYPED.has(target.type);
  return target.isContentEditable || target.matches('textarea, select, [role=textbox], [role=combobox], [role=listbox]');
}

/** Enter belongs to the button or link that has the focus, and Space to the button. */
const isPress = (token: string, target: EventTarget | null): boolean =>
  target instanceof Element &&
  ((token === 'Enter' && target.matches('a, button, summary, input')) ||
    (token === 'Space' && target.matches('button, summary, input')));

/** An input method is at work: its keys are part of a word. */
const isComposing = (event: KeyboardEvent): boolean =>
  event.isComposing || event.key === 'Process' || event.key === 'Dead' || event.keyCode === 229;

/** Runs the commands whose keys are pressed, unless the person is typing, an input method is at work or a dialog is open. */
export function listenForShortcuts(window: Window, { registry, characters, lifetime }: ShortcutDeps): void {
  let pending = NO_KEYS;
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.defaultPrevented || isComposing(event) || ['Shift', 'Control', 'Alt', 'Meta', 'AltGraph'].includes(event.key))
      return;
    const token = keyToken(event, event.getModifierState('AltGraph'));
    const isOurs = (isCharacter(token) || !token.startsWith('Mod+')) && isTyped(event.target);
    if (isOurs || isPress(token, event.target) || window.document.querySelector('dialog:modal')) return;
    const match = matchKeys(pending, token, {
      commands: registry.commands.value,
      hasCharacters: characters.areOn.value,
      isRepeat: event.repeat,
      now: event.timeStamp,
    });
    pending = match.pending;
    if (match.isUsed) event.preventDefault();
    match.command?.run();
  };
  window.addEventListener('keydown', onKeyDown, { signal: lifetime });
}
