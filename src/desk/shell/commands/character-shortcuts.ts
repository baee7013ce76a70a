import { type ReadonlySignal, signal } from '@preact/signals';

/** Whether single characters are shortcuts. Who dictates or presses keys by accident can switch them off (WCAG 2.1.4). */
export interface CharacterShortcuts {
  areOn: ReadonlySignal<boolean>;
  toggle: () => void;
}

const KEY = 'cairn.desk.character-shortcuts';

/** Remembered in this browser; where it stores nothing, until the page is left. */
export function createCharacterShortcuts(storage: () => Pick<Storage, 'getItem' | 'setItem'>): CharacterShortcuts {
  const areOn = signal(readSetting(storage));
  return {
    areOn,
    toggle: () => {
      areOn.value = !areOn.value;
      try {
        storage().setItem(KEY, areOn.value ? 'on' : 'off');
      } catch {
        // A browser that stores nothing: the choice holds for this page.
      }
    },
  };
}

function readSetting(storage: () => Pick<Storage, 'getItem'>): boolean {
  try {
    return storage().getItem(KEY) !== 'off';
  } catch {
    return true;
  }
}
