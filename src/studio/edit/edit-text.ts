import type { Text } from '../../model/text/text.ts';

/** The wording in exactly this language, if there is one. */
export function wordingIn(text: Text | undefined, language: string, base: string): string | undefined {
  if (typeof text === 'string') return language === base ? text : undefined;
  return text?.[language];
}

/** The text with another wording in one language; undefined once it has no wording in any. */
export function withWording(text: Text | undefined, wording: { language: string; text: string }, base: string): Text | undefined {
  const { [wording.language]: _, ...others } = byLanguage(text, base);
  return simplest(wording.text === '' ? others : { ...others, [wording.language]: wording.text }, base);
}

/** One text after the other, in each language that either has. */
export function joinTexts(first: Text, second: Text, base: string): Text {
  const [one, other] = [byLanguage(first, base), byLanguage(second, base)];
  const languages = [...new Set([...Object.keys(one), ...Object.keys(other)])];
  const joined = languages.map((language) => {
    const parts = [one[language], other[language]].filter((part) => part !== undefined);
    return [language, parts.join('\n\n')];
  });
  return simplest(Object.fromEntries(joined), base)!;
}

/** A Markdown text divided after its first paragraph; both halves are the whole of it where a language has only one paragraph. */
export function divideText(text: Text, base: string): [Text, Text] {
  const wordings = Object.entries(byLanguage(text, base)).map(([language, wording]) => {
    const [first = '', ...rest] = wording.split(/\n{2,}/);
    const second = rest.join('\n\n');
    const isDivided = first.trim() !== '' && second.trim() !== '';
    return { language, halves: isDivided ? [first, second] : [wording, wording] };
  });
  const half = (nth: 0 | 1) =>
    simplest(Object.fromEntries(wordings.map(({ language, halves }) => [language, halves[nth]!])), base)!;
  return [half(0), half(1)];
}

function byLanguage(text: Text | undefined, base: string): Record<string, string> {
  if (text === undefined) return {};
  return typeof text === 'string' ? { [base]: text } : text;
}

/** A plain string where there is but the base language. */
function simplest(wordings: Record<string, string>, base: string): Text | undefined {
  const languages = Object.keys(wordings);
  if (languages.length === 0) return undefined;
  return languages.length === 1 && languages[0] === base ? wordings[base] : wordings;
}
