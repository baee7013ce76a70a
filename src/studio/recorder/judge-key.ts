import type { SubjectKind } from './subject.ts';

/** A key as it goes down on a control. */
export interface KeyDown {
  key: string;
  /** Control, Alt or Command is held. */
  hasModifier: boolean;
  kind: SubjectKind;
  isMultiline: boolean;
  isLink: boolean;
  /** It shows what is chosen from a list of its own, and is no native list. */
  isCombobox: boolean;
  /** A list of its own is open, or an entry in it is active. */
  isPopupOpen: boolean;
  /** The button that Enter presses for it. */
  hasDefaultButton: boolean;
}

/**
 * What a key means. `press`: it presses the control. `submit`: it presses the default button. `flip`: it may flip the switch. `choose`: it may
 * choose from what is open. `enter`: it may do something by itself, if the page answers. `leave`, `undo`: it takes something back.
 * `shortcut`: it is the app's, if the app takes it. `edit`: it belongs to what is typed.
 */
export type KeyMeaning = 'press' | 'submit' | 'flip' | 'choose' | 'enter' | 'leave' | 'undo' | 'shortcut' | 'edit';

const TYPED: ReadonlySet<SubjectKind> = new Set<SubjectKind>(['text', 'select', 'slider', 'file']);
/** Opens a list, or chooses from it while it is closed. */
const OF_LIST = /^(F4|ArrowUp|ArrowDown)$/;
const FUNCTION_KEY = /^F\d\d?$/;
/** What browsers and systems do with these is nothing that an app was asked for. */
const OF_BROWSER = /^[acvxfpty0+-]$/i;

export function judgeKey({ key, hasModifier, kind, ...facts }: KeyDown): KeyMeaning {
  if (key === 'Escape') return 'leave';
  if (facts.isCombobox && OF_LIST.test(key)) return 'choose';
  if (hasModifier) return /^z$/i.test(key) ? 'undo' : OF_BROWSER.test(key) || key.length > 8 ? 'edit' : 'shortcut';
  if (FUNCTION_KEY.test(key)) return 'shortcut';
  if (key === 'Enter') return judgeEnter({ kind, ...facts });
  if (facts.isCombobox && kind === 'press' && key.length === 1 && key !== ' ') return 'choose';
  if (kind === 'toggle' || kind === 'radio') return key === ' ' || /^Arrow/.test(key) ? 'flip' : 'edit';
  if (key === ' ' && !TYPED.has(kind)) return facts.isPopupOpen ? 'choose' : facts.isLink || kind !== 'press' ? 'edit' : 'press';
  if ((key === 'Tab' || /^Arrow/.test(key)) && facts.isPopupOpen) return 'choose';
  return 'edit';
}

function judgeEnter({
  kind,
  isMultiline,
  isPopupOpen,
  hasDefaultButton,
}: Omit<KeyDown, 'key' | 'hasModifier' | 'isCombobox'>): KeyMeaning {
  if (isPopupOpen) return 'choose';
  if (kind === 'press' || kind === 'option') return 'press';
  if (isMultiline) return 'edit';
  if (/^(text|toggle|radio|slider)$/.test(kind)) return hasDefaultButton ? 'submit' : 'enter';
  return 'edit';
}
