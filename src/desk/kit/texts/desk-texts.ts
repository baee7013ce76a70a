import { en } from './en.ts';

/** The desk's own texts in one language. Each catalogue has every text of the English one. */
export type DeskTexts = typeof en;

const CATALOGUES: Record<string, DeskTexts> = { en };

/** The texts in the first of the reader's languages that the desk has. */
export function deskTexts(languages: readonly string[]): DeskTexts {
  const known = languages.map((tag) => CATALOGUES[tag.toLowerCase().split('-')[0] ?? '']).find(Boolean);
  return known ?? en;
}
