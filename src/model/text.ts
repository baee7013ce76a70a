import { z } from 'zod';

/** A BCP 47 language tag, as in `de` or `pt-BR`. */
export const languageTag = z
  .string()
  .regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, 'must be a BCP 47 language tag such as "de" or "pt-BR"')
  .meta({ description: 'BCP 47 language tag' });

const words = z.string().min(1, 'must not be empty').max(8000);

/** Words for a person: one string in the pack's base language, or a string for each language. */
export const text = z
  .union([
    words,
    z
      .record(languageTag, words)
      .refine((byLanguage) => Object.keys(byLanguage).length > 0, 'must name at least one language')
      .meta({ minProperties: 1 }),
  ])
  .meta({ id: 'text', description: 'One string in the base language, or an object of language tag → string' });

export type Text = z.infer<typeof text>;

export interface Said {
  words: string;
  /** The language the words are in, for the `lang` attribute and the reading direction. */
  language: string;
}

/**
 * Choose the words for a person: the first of their languages that the text has, then the pack's base language, then whatever comes
 * first. RFC 4647 lookup (`de-AT` also takes `de`), and then another variety of the language: `pt-PT` rather takes `pt-BR` than English.
 */
export function say(from: Text, languages: readonly string[], base: string): Said {
  if (typeof from === 'string') return { words: from, language: base };
  const byTag = new Map(Object.entries(from).map(([tag, said]) => [tag.toLowerCase(), { words: said, language: tag }]));
  for (const wanted of [...languages, base]) {
    for (let tag = wanted.toLowerCase(); tag; tag = tag.slice(0, Math.max(0, tag.lastIndexOf('-')))) {
      const said = byTag.get(tag);
      if (said) return said;
    }
    const near = [...byTag].find(([tag]) => primary(tag) === primary(wanted));
    if (near) return near[1];
  }
  return byTag.values().next().value ?? { words: '', language: base };
}

const primary = (tag: string): string => tag.toLowerCase().split('-')[0]!;
