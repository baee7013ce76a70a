import type { Translate } from './translate.ts';

/** A `_locales/…/messages.json`, as https://developer.chrome.com/docs/extensions/reference/api/i18n has it. */
export type MessageCatalogue = Record<string, { message: string; placeholders?: Record<string, { content: string }> }>;

/** The catalogue's words as the browser would say them; of several catalogues the first that has the message. A message nobody has is empty. */
export function translateFrom(catalogues: readonly MessageCatalogue[]): Translate {
  return (key, ...values) => {
    const found = catalogues.find((catalogue) => catalogue[key])?.[key];
    if (!found) return '';
    const placeholders = new Map(
      Object.entries(found.placeholders ?? {}).map(([name, { content }]) => [name.toLowerCase(), content]),
    );
    const expanded = found.message.replace(/\$(\w+)\$/g, (match, name: string) => placeholders.get(name.toLowerCase()) ?? match);
    return expanded.replace(/\$(\d)/g, (_, position: string) => values[Number(position) - 1] ?? '');
  };
}

/**
 * The browser's own `getMessage`; where it is mute, the same words from the extension's files. An extension process of Chromium that asks for the words
 * before the browser has them at hand gets none, and none for as long as it lives: its pages stood there without a word.
 */
export async function loadTranslate(
  { getMessage, language }: { getMessage: Translate; language: string },
  read: (locale: string) => Promise<MessageCatalogue | undefined>,
): Promise<Translate> {
  if (getMessage('direction')) return getMessage;
  const locales = new Set([language.replace('-', '_'), language.split('-')[0]!, 'en']);
  const catalogues = await Promise.all([...locales].map(read));
  return translateFrom(catalogues.filter((one) => one !== undefined));
}
