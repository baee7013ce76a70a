import { nameControl } from '../../../../src/locator/page/name-control.ts';
import { rememberEntries } from '../../../../src/page/resident/remember-entries.ts';

const memory = rememberEntries(window, new AbortController().signal);

/** The name of `#it` as it may be told, after all that was entered so far; an empty one if it is withheld. */
export const nameOfIt = (): string => nameControl(document.querySelector('#it')!, memory).name ?? '';
export const countRemembered = (): number => [memory.typed, memory.chosen, memory.pressed].flatMap((texts) => [...texts]).length;
