import { access } from 'node:fs/promises';
import { join } from 'node:path';
import { lookUpIn, type MessageCatalogue } from '../runtime/message-catalogue.ts';
import { createTranslate, type Translate } from '../runtime/translate.ts';
import { readText } from './read-file.ts';

const LANGUAGE = /^[a-z]{2,3}(?=$|-)/i;

/** The texts of Cairn in a language, as in `de` or `de-AT`; in English where there are none in it. */
export async function translateInto(language: string): Promise<Translate> {
  const own = LANGUAGE.exec(language)?.[0].toLowerCase();
  const catalogues = await Promise.all([...new Set([own, 'en'])].map(readCatalogue));
  return createTranslate(lookUpIn(catalogues.filter((one) => one !== undefined)));
}

async function readCatalogue(locale: string | undefined): Promise<MessageCatalogue | undefined> {
  const file = join(import.meta.dirname, `../../assets/_locales/${locale}/messages.json`);
  const isThere = await access(file).then(
    () => true,
    () => false,
  );
  return isThere ? (JSON.parse(await readText(file)) as MessageCatalogue) : undefined;
}
