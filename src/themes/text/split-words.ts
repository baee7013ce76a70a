const segmenter = new Intl.Segmenter('und', { granularity: 'word' });

/** A word as it is compared, and where it stands in the text. */
export interface Word {
  word: string;
  start: number;
  end: number;
}

/** One form for texts that differ in case, width or spacing alone. */
export function normalizeText(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim();
}

/** The words of a text with their positions in it, by Unicode's rules and the dictionaries for scripts without spaces. */
export function findWords(text: string): Word[] {
  const found: Word[] = [];
  for (const { segment, index, isWordLike } of segmenter.segment(text))
    if (isWordLike) found.push({ word: normalizeText(segment), start: index, end: index + segment.length });
  return found;
}

export function splitWords(text: string): string[] {
  return findWords(text).map(({ word }) => word);
}
