import type { Anchor } from '../model/anchor.ts';

/** What another language changes of a control and of what is around it. */
const spoken = ['name', 'text', 'hint', 'row', 'column', 'section', 'before', 'after'] as const;
type Words = Partial<Record<(typeof spoken)[number], string>>;

const primary = (language: string): string => language.toLowerCase().split('-')[0]!;
const inLanguage = <T>(by: Record<string, T>, language: string): T | undefined =>
  by[language] ?? Object.entries(by).find(([one]) => language && primary(one) === primary(language))?.[1];

/** The words of an anchor in the language of a page, if it was recorded in that one too; lists that were empty are emptied. */
export function wordsIn({ texts = {} }: Anchor, language: string): Words | undefined {
  const words = inLanguage(texts, language);
  return words && { ...Object.fromEntries(spoken.map((list) => [list, ''])), ...words };
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
