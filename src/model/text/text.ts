import { z } from 'zod';
import { visibleText } from './visible-text.ts';

/** A BCP 47 language tag, as in `de` or `pt-BR`. */
export const languageTag = z
  .string()
  .regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, 'must be a BCP 47 language tag such as "de" or "pt-BR"')
  .meta({ description: 'BCP 47 language tag' });

const nonEmptyString = z
  .string()
  .min(1, 'must not be empty')
  .max(8000, { abort: true })
  .refine((written) => visibleText(written).trim() !== '', 'must hold something that can be seen');

/** A text of a pack: one string in the pack's base language, or one string for each language. */
export const text = z
  .union([
    nonEmptyString,
    z
      .record(languageTag, nonEmptyString)
      .refine((byLanguage) => Object.keys(byLanguage).length > 0, 'must name at least one language')
      .meta({ minProperties: 1 }),
  ])
  .meta({ id: 'text', description: 'One string in the base language, or an object of language tag → string' });

export type Text = z.infer<typeof text>;

export interface LocalizedText {
  text: string;
  /** The language of the text, for the `lang` attribute and the reading direction. */
  language: string;
}

/**
 * The text for a person, to be shown: without characters that nobody sees. Every text of a pack that is no Markdown comes through here.
 */
export function localize(source: Text, languages: readonly string[], base: string): LocalizedText {
  const { text, language } = chooseLanguage(source, languages, base);
  return { text: visibleText(text), language };
}

/**
 * Chooses the text for a person: the first of their languages that the text has, then the pack's base language, then any other
 * language. RFC 4647 lookup (`de-AT` also matches `de`), then another variety of the language: `pt-PT` prefers `pt-BR` to English.
 */
export function chooseLanguage(source: Text, languages: readonly string[], base: string): LocalizedText {
  if (typeof source === 'string') return { text: source, language: base };
  const byTag = new Map(Object.entries(source).map(([tag, entry]) => [tag.toLowerCase(), { text: entry, language: tag }]));
  for (const wanted of [...languages, base]) {
    for (let tag = wanted.toLowerCase(); tag; tag = tag.slice(0, Math.max(0, tag.lastIndexOf('-')))) {
      const entry = byTag.get(tag);
      if (entry) return entry;
    }
    const sameLanguage = [...byTag].find(([tag]) => primarySubtag(tag) === primarySubtag(wanted));
    if (sameLanguage) return sameLanguage[1];
  }
  return byTag.values().next().value ?? { text: '', language: base };
}

const primarySubtag = (tag: string): string => tag.toLowerCase().split('-')[0]!;
