import { functionWords } from '../text/function-words.ts';
import { findWords, normalizeText, splitWords, type Word } from '../text/split-words.ts';

const TERMS = 4;
/** A pair replaces its words if at least this share of the texts with the word has the pair. */
const SHARE_OF_PAIR = 0.6;
const SHORTEST_STEM = 3;
const LONGEST_ENDING = 3;
/** What may stand between the two words of a pair: a space, or nothing in scripts without spaces. */
const SPACE = /^\s*$/;
/** Words joined by one are a pair also if one of them is a function word, such as "top-up". */
const HYPHEN = /^[-‐]$/;

/** The terms that tell some of the texts, given by their places, from the others. */
export type FindTerms = (members: readonly number[]) => string[];

/** A word or a pair in a text: as it is compared and as it is written there. */
interface Mention {
  term: string;
  written: string;
}

/**
 * Names themes by contrast: a term counts by the share of the members that have it, times the logarithm of how much likelier it is
 * among them than among all others. In scripts with two cases, a term is shown as most members write it.
 */
export function createTermFinder(texts: readonly string[], language: string): FindTerms {
  const omitted = functionWords(language);
  const mentions = texts.map((text) => mentionsOf(text, omitted));
  const totals = countTexts(mentions);
  return (members) => {
    const own = members.map((member) => mentions[member]!);
    const counts = countTexts(own);
    const fewest = members.length < 3 ? 1 : 2;
    const scored = [...counts].flatMap(([term, count]) => {
      if (count < fewest) return [];
      const inside = (count + 0.5) / (members.length + 1);
      const outside = (totals.get(term)! - count + 0.5) / (texts.length - members.length + 1);
      return [{ term, score: (count / members.length) * Math.log(inside / outside) }];
    });
    scored.sort((a, b) => b.score - a.score || (a.term < b.term ? -1 : 1));
    const chosen = chooseTerms(
      scored.map(({ term }) => term),
      counts,
    );
    return chosen.map((term) => commonSpelling(term, own));
  };
}

function mentionsOf(text: string, omitted: ReadonlySet<string>): Mention[] {
  const words = findWords(text);
  const mentions: Mention[] = [];
  const mention = (start: number, end: number) => {
    const written = text.slice(start, end);
    mentions.push({ term: normalizeText(written), written });
  };
  words.forEach((word, index) => {
    if (isContentWord(word, omitted)) mention(word.start, word.end);
    const next = words[index + 1];
    if (next && isPair(text, word, next, omitted)) mention(word.start, next.end);
  });
  return mentions;
}

/** A single letter tells nothing, a single Chinese character does. */
function isContentWord({ word }: Word, omitted: ReadonlySet<string>): boolean {
  return !omitted.has(word) && /^\p{Script=Han}$|[\p{L}\p{N}].*[\p{L}\p{N}]/u.test(word);
}

function isPair(text: string, word: Word, next: Word, omitted: ReadonlySet<string>): boolean {
  const joint = text.slice(word.end, next.start);
  const content = [word, next].filter((one) => isContentWord(one, omitted)).length;
  return (content === 2 && SPACE.test(joint)) || (content > 0 && HYPHEN.test(joint));
}

/** In how many texts each term is. */
function countTexts(texts: readonly (readonly Mention[])[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const mentions of texts)
    for (const term of new Set(mentions.map(({ term }) => term))) counts.set(term, (counts.get(term) ?? 0) + 1);
  return counts;
}

/** The first terms that share no word; a pair takes the place of its word where most texts with the word have the pair. */
function chooseTerms(ordered: readonly string[], counts: ReadonlyMap<string, number>): string[] {
  let chosen: string[] = [];
  for (const term of ordered) {
    const rival = chosen.find((other) => shareWord(other, term));
    if (rival === undefined) {
      if (chosen.length < TERMS) chosen.push(term);
      continue;
    }
    const isPairOfRival = term.length > rival.length && counts.get(term)! >= SHARE_OF_PAIR * counts.get(rival)!;
    if (isPairOfRival)
      chosen = chosen
        .map((other) => (other === rival ? term : other))
        .filter((other) => other === term || !shareWord(other, term));
  }
  return chosen;
}

/** Whether both have a word, or forms of one such as "invoice" and "invoices": one begins with the other. */
function shareWord(one: string, other: string): boolean {
  const others = splitWords(other);
  return splitWords(one).some((word) => others.some((second) => areForms(word, second)));
}

function areForms(one: string, other: string): boolean {
  const [short, long] = one.length < other.length ? [one, other] : [other, one];
  return (
    short === long || (short.length >= SHORTEST_STEM && long.startsWith(short) && long.length - short.length <= LONGEST_ENDING)
  );
}

/** How most texts write a term; of two equally common spellings, the first by order, which puts capitals first. */
function commonSpelling(term: string, texts: readonly (readonly Mention[])[]): string {
  const counts = new Map<string, number>();
  for (const mention of texts.flat())
    if (mention.term === term) counts.set(mention.written, (counts.get(mention.written) ?? 0) + 1);
  const [best] = [...counts].sort(([a, countOfA], [b, countOfB]) => countOfB - countOfA || (a < b ? -1 : 1));
  return best?.[0] ?? term;
}
