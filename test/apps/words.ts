import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { localize, type Text } from '../../src/model/text/text.ts';
import { projectRoot } from '../journeys/harness/built-extension.ts';

interface Message {
  message: string;
  placeholders?: Record<string, { content: string }>;
}

/** What the extension says in a language, by the keys of its own messages; and what a pack says. */
export function wordsIn(language: string) {
  const file = join(projectRoot, 'assets/_locales', language, 'messages.json');
  const messages = JSON.parse(readFileSync(file, 'utf8')) as Record<string, Message>;
  const ours = (key: string, ...values: string[]) => {
    const found = messages[key];
    if (!found) throw new Error(`${file} has no "${key}"`);
    return found.message.replace(/\$V(\d)\$/g, (_, at) => values[Number(at) - 1] ?? '');
  };
  return { ours, theirs: (text: Text) => localize(text, [language], 'en').text };
}
export type Words = ReturnType<typeof wordsIn>;
