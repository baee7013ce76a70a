import { composedAncestors } from '../../dom/composed-tree.ts';
import { getOrInsert } from '../../runtime/get-or-insert.ts';
import { hashRowWords, tidy } from './hash-words.ts';
import type { PageModel, WordCounts } from './page-model.ts';
import { isRow, roleOf } from './role.ts';

type RowCaches = Pick<PageModel, 'rowWords' | 'rowGroups'>;

/** An element with more letters than this is a panel and no row. */
const MAX_ROW_LETTERS = 400;
/** Of more rows side by side than these, a sample of so many tells which words they share. */
const MAX_ROWS_SAMPLED = 100;
/** How far out a row is looked for, and how many of its words are recorded. */
const MAX_ANCESTORS = 8;
const MAX_ROW_WORDS = 12;

/** Words that tell an element's row, list item or card from its siblings, without its own; none where it stands in no row. */
export function rowWordsOf(element: Element, own: readonly number[], page: RowCaches): number[] {
  for (const row of composedAncestors(element, { limit: MAX_ANCESTORS + 1 }).slice(1)) {
    const group = row.parentElement;
    const role = roleOf(row);
    if (!group || !(isRow(role) || isCard(row, role))) continue;
    const { size, counts } = getOrInsert(page.rowGroups, group, () => countWordsIn(group, page));
    const words = wordsOf(row, page).filter(
      (word) => !own.includes(word) && size > 1 && (counts.get(word) ?? 0) <= Math.max(1, size / 3),
    );
    if (words.length) return words.slice(0, MAX_ROW_WORDS);
  }
  return [];
}

/** Is it one of several siblings that are built alike? */
const isCard = (element: Element, role: string): boolean =>
  element.childElementCount > 0 &&
  !/cell|header/.test(role) &&
  [element.nextElementSibling, element.previousElementSibling].some(
    (sibling) => sibling?.localName === element.localName && sibling.className === element.className,
  );

function countWordsIn({ children }: Element, page: RowCaches): WordCounts {
  const counts = new Map<number, number>();
  const step = Math.ceil(children.length / MAX_ROWS_SAMPLED);
  for (let i = 0; i < children.length; i += step)
    for (const word of wordsOf(children[i]!, page)) counts.set(word, (counts.get(word) ?? 0) + 1);
  return { size: children.length / step, counts };
}

/** Words of one row; none of a panel. Much of a long text is white space, so that more is cut out than is read. */
const wordsOf = (row: Element, { rowWords }: RowCaches): number[] =>
  getOrInsert(rowWords, row, () => {
    const slotted = [...row.querySelectorAll('slot')].flatMap((slot) => slot.assignedNodes());
    const text = [row, ...slotted].map((node) => node.textContent).join(' ');
    const start = tidy(text.slice(0, MAX_ROW_LETTERS * 9));
    return start.length > MAX_ROW_LETTERS ? [] : hashRowWords(start);
  });
