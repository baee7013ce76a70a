import type { ControlPosition } from '../../model/entry/control.ts';

const ORDINALS = 'first second third fourth fifth sixth seventh eighth ninth tenth'.split(' ');
const SUFFIXES: Partial<Record<Intl.LDMLPluralRule, string>> = { one: 'st', two: 'nd', few: 'rd' };
const ORDINAL_RULES = new Intl.PluralRules('en', { type: 'ordinal' });
/** ARIA roles that are no word of English for the part of a page. */
const CONTAINER_WORDS: Readonly<Record<string, string>> = {
  alertdialog: 'dialog',
  banner: 'page header',
  complementary: 'side part',
  contentinfo: 'page footer',
  grid: 'table',
  main: 'main part of the page',
  menubar: 'menu',
  radiogroup: 'group',
  region: 'section',
  tablist: 'tabs',
  tabpanel: 'tab',
  treegrid: 'table',
};

/** A control without a name by where it stands, as in "third button of the form Address". The name of the part comes apart. */
export function positionText(role: string, { nth, within }: ControlPosition): { text: string; partName?: string } {
  const text = `${ordinal(nth)} ${role}`;
  if (!within) return { text };
  const part = CONTAINER_WORDS[within.role] ?? within.role;
  return { text: `${text} of the ${part}`, ...(within.name !== undefined && { partName: within.name }) };
}

const ordinal = (nth: number): string => ORDINALS[nth - 1] ?? `${nth}${SUFFIXES[ORDINAL_RULES.select(nth)] ?? 'th'}`;
