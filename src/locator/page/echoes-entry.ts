/** Texts of one page that a person typed or chose there, or that stand in its fields. They are compared with names, and never leave it. */
export interface EnteredTexts {
  typed: Iterable<string>;
  /** Chosen options, and words of the address that a search put there. */
  chosen: Iterable<string>;
}

/** A text of more words is prose: its plain words are everybody's. */
const MAX_PHRASE_WORDS = 12;
/** Shorter texts are in too many names to tell anything; in a script where one letter is a syllable or a word, two are enough. */
const MIN_LETTERS = 3;
const MIN_SYLLABLES = 2;
/** Up to this length a text of an alphabet must begin a word of the name: "all" is not in "Install". */
const MAX_AMBIGUOUS_LETTERS = 4;
/** Letters of one text that are compared. */
const MAX_LETTERS = 4000;

const WORDS = /[\p{L}\p{N}\p{M}]+/gu;
/** Scripts where one letter is a syllable or a word, and those that put no spaces between words. */
const DENSE = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]/u;
const PLAIN_WORD = /^\p{Ll}[\p{Ll}\p{M}]*$/u;

/** A text to compare with: whatever its case, width, accents, punctuation, spaces and invisible characters. */
interface Folded {
  words: string[];
  /** All words in one, with a space before each. */
  spaced: string;
  joined: string;
}

/** Does a name show what was entered: the whole text or, of what was typed, a word of it? */
export function echoesEntry(name: string, { typed, chosen }: EnteredTexts): boolean {
  const folded = fold(name);
  if (!folded.joined) return false;
  const isCutOff = /(…|\.\.\.)$/.test(name);
  for (const text of typed)
    if (repeats(folded, text, isCutOff) || distinctiveWords(text).some((word) => has(folded, word))) return true;
  for (const text of chosen) if (repeats(folded, text, isCutOff)) return true;
  return false;
}

/** Does a name have a whole text, in whatever order its words are, or the beginning of the text, cut off? */
function repeats(name: Folded, text: string, isCutOff: boolean): boolean {
  const { words, joined } = fold(text);
  if (has(name, joined)) return true;
  if (
    words.length > 1 &&
    words.length <= MAX_PHRASE_WORDS &&
    joined.length >= MIN_LETTERS &&
    words.every((word) => name.words.includes(word))
  )
    return true;
  return isCutOff && name.joined.length >= MIN_LETTERS && joined.includes(name.joined);
}

/** Words of a typed text that say enough by themselves; of prose those that are written as names are, and pairs of words. */
function distinctiveWords(text: string): string[] {
  const { words } = fold(text);
  if (words.length <= MAX_PHRASE_WORDS) return words;
  const written = text.slice(0, MAX_LETTERS).normalize('NFKC').match(WORDS) ?? [];
  const names = written.filter((word) => !PLAIN_WORD.test(word)).flatMap((word) => fold(word).words);
  const pairs = words.slice(1).map((word, at) => words[at]! + word);
  return [...names, ...pairs.filter((pair) => pair.length > MAX_AMBIGUOUS_LETTERS * 2)];
}

function has(name: Folded, text: string): boolean {
  if (text.length < (DENSE.test(text) ? MIN_SYLLABLES : MIN_LETTERS)) return false;
  return text.length > MAX_AMBIGUOUS_LETTERS || DENSE.test(text) ? name.joined.includes(text) : name.spaced.includes(` ${text}`);
}

function fold(text: string): Folded {
  const plain = text
    .slice(0, MAX_LETTERS)
    .normalize('NFKD')
    .replace(/[\p{M}\p{Cf}]+/gu, '');
  const words = plain.toUpperCase().toLowerCase().replaceAll('ς', 'σ').match(WORDS) ?? [];
  return { words, spaced: ` ${words.join(' ')}`, joined: words.join('') };
}
