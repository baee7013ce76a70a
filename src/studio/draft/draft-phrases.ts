import type { DraftPhrases, NounKey, PartKey } from './phrase-table.ts';
import { arabic } from './phrases/arabic.ts';
import { english } from './phrases/english.ts';
import { french } from './phrases/french.ts';
import { german } from './phrases/german.ts';
import { japanese } from './phrases/japanese.ts';
import { spanish } from './phrases/spanish.ts';

/** A language of drafted instructions. */
export const DRAFT_LANGUAGES = ['en', 'de', 'fr', 'es', 'ja', 'ar'] as const;
type DraftLanguage = (typeof DRAFT_LANGUAGES)[number];

const NOUN_OF_ROLE: Readonly<Record<string, NounKey>> = {
  ...{
    button: 'button',
    link: 'link',
    tab: 'tab',
    menuitem: 'menuitem',
    menuitemcheckbox: 'menuitem',
    menuitemradio: 'menuitem',
  },
  ...{ checkbox: 'checkbox', switch: 'checkbox', radio: 'radio', combobox: 'list', listbox: 'list', tree: 'list' },
  ...{ textbox: 'field', searchbox: 'field', spinbutton: 'field', slider: 'slider' },
  ...{ option: 'option', treeitem: 'option', row: 'row', gridcell: 'row', cell: 'row', listitem: 'row' },
};

const PART_OF_ROLE: Readonly<Record<string, PartKey>> = {
  ...{ form: 'form', search: 'form', group: 'form', radiogroup: 'form', dialog: 'dialog', alertdialog: 'dialog' },
  ...{ navigation: 'navigation', menu: 'navigation', menubar: 'navigation', tablist: 'navigation', banner: 'navigation' },
  ...{ toolbar: 'toolbar', table: 'table', grid: 'table', treegrid: 'table', list: 'table', main: 'main' },
};

export const nounOf = (role: string, { nouns }: DraftPhrases): string => nouns[NOUN_OF_ROLE[role] ?? 'control'];
export const partOf = (role: string, { parts }: DraftPhrases): string | undefined => {
  const part = PART_OF_ROLE[role];
  return part && parts[part];
};

const PHRASES: Readonly<Record<DraftLanguage, DraftPhrases>> = {
  en: english,
  de: german,
  fr: french,
  es: spanish,
  ja: japanese,
  ar: arabic,
};

/** The phrases of a language, whatever its variety; English where there are none. */
export function phrasesFor(language: string): DraftPhrases {
  const primary = language.toLowerCase().split('-')[0] as DraftLanguage;
  return Object.hasOwn(PHRASES, primary) ? PHRASES[primary] : english;
}
