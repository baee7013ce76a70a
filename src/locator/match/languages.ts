import type { Anchor } from '../../model/pack/anchor.ts';

/** What another language changes about a control and what is around it. */
const LANGUAGE_DEPENDENT_LISTS = ['name', 'row', 'section', 'precedingText'] as const;
type LanguageWords = Partial<Record<(typeof LANGUAGE_DEPENDENT_LISTS)[number], string>>;

const inLanguage = <T>(by: Record<string, T>, language: string): T | undefined =>
  by[language] ?? Object.entries(by).find(([one]) => isSameLanguage(one, language))?.[1];

/** Are these the same language, whatever the country? */
export const isSameLanguage = (one: string, other: string): boolean =>
  one.slice(0, 2).toLowerCase() === other.slice(0, 2).toLowerCase();

/** An anchor's words in the language of a page, if it was recorded in that language too: a list that was empty there is empty, not left out. */
export function wordsIn({ translations = {} }: Anchor, language: string): LanguageWords | undefined {
  const words = inLanguage(translations, language);
  return words && { name: '', row: '', section: '', precedingText: '', ...words };
}

/** Every name of an anchor, that in the language first. */
export function namesOf({ name = {} }: Anchor, language: string): string[] {
  if (typeof name === 'string') return [name];
  const first = inLanguage(name, language);
  return [...new Set([...(first ? [first] : []), ...Object.values(name)])];
}

/** An anchor that also has the words of another recording of the same control, made where the page was in another language. */
export function addLanguage(anchor: Anchor, { language, name, traits = {} }: Anchor): Anchor {
  if (!language || language === anchor.language) return anchor;
  const own = typeof anchor.name === 'string' ? { [anchor.language ?? 'und']: anchor.name } : (anchor.name ?? {});
  const words = Object.fromEntries(LANGUAGE_DEPENDENT_LISTS.flatMap((list) => (traits[list] ? [[list, traits[list]]] : [])));
  return {
    ...anchor,
    ...(typeof name === 'string' && { name: { ...own, [language]: name } }),
    translations: { ...anchor.translations, [language]: words },
  };
}
