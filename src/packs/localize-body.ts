import type { LocalizedBody } from '../model/pack/localized-guide.ts';
import { localize, type Text } from '../model/text/text.ts';
import { renderMarkdown } from './render-markdown.ts';

/** The text in the first of the person's languages that it has, with its Markdown rendered. */
export function localizeBody(
  source: Text,
  { language: base }: { language: string },
  languages: readonly string[],
): LocalizedBody {
  const { text, language } = localize(source, languages, base);
  return { rich: renderMarkdown(text), language };
}
