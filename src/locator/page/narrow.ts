import { composedAncestors } from '../../dom/composed-tree.ts';
import type { Anchor } from '../../model/pack/anchor.ts';
import type { Text } from '../../model/text/text.ts';
import type { Candidate } from './candidate.ts';
import { hashLabel, hashWholeName, tidy } from './hash-words.ts';
import { contentOf, nameOf } from './name.ts';
import { isPartOfPage, roleOf } from './role.ts';

/** Scripts that are written without spaces between words. */
const DENSE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;

/** Of controls of one role and name those that stand under the heading, or beside the text, by which an author tells them apart. */
export function narrow(matches: Candidate[], { under, nextTo }: Pick<Anchor, 'under' | 'nextTo'>): Candidate[] {
  const headings = textsOf(under).map(hashLabel);
  const below = headings.length ? placedUnder(matches, headings) : matches;
  const texts = textsOf(nextTo);
  if (texts.length === 0) return below;
  const sharedBy = new Map<Element, number>();
  for (const { element } of below)
    for (const around of composedAncestors(element)) sharedBy.set(around, (sharedBy.get(around) ?? 0) + 1);
  return below.filter((one) => isNextTo(one, texts, (around) => sharedBy.get(around)! > 1));
}

const textsOf = (text: Text | undefined): string[] =>
  text === undefined ? [] : typeof text === 'string' ? [text] : Object.values(text);

/** Those in a part of the page of that name, or else those with that heading before them: nothing says how far a heading reaches. */
function placedUnder(matches: Candidate[], headings: readonly number[]): Candidate[] {
  const isNamed = (around: Element, role = roleOf(around)) =>
    isPartOfPage(role) && headings.includes(hashLabel(nameOf(around, role)));
  const inside = matches.filter(({ element }) =>
    composedAncestors(element)
      .slice(1)
      .some((around) => isNamed(around)),
  );
  return inside.length ? inside : matches.filter(({ section }) => headings.includes(hashWholeName(section)));
}

/** Does one of the texts stand just before it, or in the row, card or line around it: the largest part that holds none of the others? */
function isNextTo(
  { element, precedingText }: Candidate,
  texts: readonly string[],
  isShared: (around: Element) => boolean,
): boolean {
  // Fingerprints of words leave counts out.
  if (texts.some((text) => !/\d/.test(text) && hashWholeName(precedingText) === hashLabel(text))) return true;
  let own = element;
  for (const around of composedAncestors(element).slice(1)) {
    if (isShared(around)) break;
    own = around;
  }
  const content = tidy(own === element ? '' : contentOf(own));
  return texts.some((text) => says(content, text));
}

/** Whole words: "Order 1" is not said by "Order 17". */
function says(content: string, text: string): boolean {
  if (DENSE.test(text)) return content.includes(text);
  return wordsOf(content).includes(wordsOf(text));
}

const wordsOf = (text: string): string =>
  ` ${
    text
      .toLowerCase()
      .match(/[\p{L}\p{M}\p{N}]+/gu)
      ?.join(' ') ?? ''
  } `;
