import type { LocalizedBody } from '../model/pack/localized-guide.ts';
import { chooseLanguage, type Text } from '../model/text/text.ts';
import { renderMarkdown } from './render-markdown.ts';

/** The text in the first of the person's languages that it has, with its Markdown rendered, which removes what nobody sees. */
export function localizeBody(
  source: Text,
  { language: base }: { language: string },
  languages: readonly string[],
): LocalizedBody {
  const { text, language } = chooseLanguage(source, languages, base);
  return { rich: renderMarkdown(text), language };
}
