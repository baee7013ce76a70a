import type { Anchor } from '../model/anchor.ts';

/** What another language changes of a control and of what is around it. */
const spoken = ['name', 'row', 'section', 'before'] as const;
type Words = Partial<Record<(typeof spoken)[number], string>>;

const inLanguage = <T>(by: Record<string, T>, language: string): T | undefined =>
  by[language] ?? Object.entries(by).find(([one]) => isSame(one, language))?.[1];

/** Are these one language, whatever the country? */
export const isSame = (one: string, other: string): boolean => one.slice(0, 2).toLowerCase() === other.slice(0, 2).toLowerCase();

/** The words of an anchor in the language of a page, if it was recorded in that one too; lists that were empty are emptied. */
export function wordsIn({ texts = {} }: Anchor, language: string): Words | undefined {
  const words = inLanguage(texts, language);
  return words && { name: '', row: '', section: '', before: '', ...words };
}

/** Every name of an anchor in letters, that of the language first. */
export function namesOf({ name = {} }: Anchor, language: string): string[] {
  if (typeof name === 'string') return [name];
  const first = inLanguage(name, language);
  return [...new Set([...(first ? [first] : []), ...Object.values(name)])];
}

/** An anchor that also knows the words of another recording of the same control, made where the page is in another language. */
export function alsoIn(anchor: Anchor, { language, name, traits = {} }: Anchor): Anchor {
  if (!language || language === anchor.language) return anchor;
  const own = typeof anchor.name === 'string' ? { [anchor.language ?? 'und']: anchor.name } : (anchor.name ?? {});
  const words = Object.fromEntries(spoken.flatMap((list) => (traits[list] ? [[list, traits[list]]] : [])));
  return {
    ...anchor,
    ...(typeof name === 'string' && { name: { ...own, [language]: name } }),
    texts: { ...anchor.texts, [language]: words },
  };
}
