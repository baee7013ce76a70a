import type { ShownBody } from '../model/shown.ts';
import { say, type Text } from '../model/text.ts';
import { renderMarkdown } from './render-markdown.ts';

/** Markdown in the first of the person's languages that the text has, made into `Rich`. */
export function shownBody(text: Text, { language: base }: { language: string }, languages: readonly string[]): ShownBody {
  const { words, language } = say(text, languages, base);
  return { rich: renderMarkdown(words), language };
}
