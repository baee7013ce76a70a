import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { localize, type Text } from '../../src/model/text/text.ts';
import { lookUpIn, type MessageCatalogue } from '../../src/runtime/message-catalogue.ts';
import { createTranslate } from '../../src/runtime/translate.ts';
import { projectRoot } from '../journeys/harness/built-extension.ts';

/** The extension's own texts and a pack's texts in a language. */
export function wordsIn(language: string) {
  const file = join(projectRoot, 'assets/_locales', language, 'messages.json');
  const ours = createTranslate(lookUpIn([JSON.parse(readFileSync(file, 'utf8')) as MessageCatalogue]));
  return { ours, theirs: (text: Text) => localize(text, [language], 'en').text };
}
export type Words = ReturnType<typeof wordsIn>;
