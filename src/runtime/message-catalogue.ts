import { createTranslate, type LookUp, type Translate } from './translate.ts';

/** A `_locales/…/messages.json`, see https://developer.chrome.com/docs/extensions/reference/api/i18n. */
export type MessageCatalogue = Record<string, { message: string; placeholders?: Record<string, { content: string }> }>;

/** Looks messages up as the browser does, in the first of these catalogues that has the message. */
export function lookUpIn(catalogues: readonly MessageCatalogue[]): LookUp {
  return (key, values) => {
    const found = catalogues.find((catalogue) => Object.hasOwn(catalogue, key))?.[key];
    if (!found) return '';
    const placeholders = new Map(
      Object.entries(found.placeholders ?? {}).map(([name, { content }]) => [name.toLowerCase(), content]),
    );
    const expanded = found.message.replace(/\$(\w+)\$/g, (match, name: string) => placeholders.get(name.toLowerCase()) ?? match);
    return expanded.replace(/\$(\d)/g, (_, position: string) => values[Number(position) - 1] ?? '');
  };
}

/**
 * The browser's own look-up; where it answers nothing, the same messages from the extension's files. A Chromium process that asks for
 * messages before the browser has loaded them gets none for as long as the process lives.
 */
export async function loadTranslate(
  { getMessage, language }: { getMessage: LookUp; language: string },
  read: (locale: string) => Promise<MessageCatalogue | undefined>,
): Promise<Translate> {
  if (getMessage('direction', [])) return createTranslate(getMessage);
  const locales = new Set([language.replace('-', '_'), language.split('-')[0]!, 'en']);
  const catalogues = await Promise.all([...locales].map(read));
  return createTranslate(lookUpIn(catalogues.filter((one) => one !== undefined)));
}
