import { composedAncestors } from '../../dom/composed-tree.ts';
import { getOrInsert } from '../../runtime/get-or-insert.ts';
import { hashRowWords, tidy } from './hash-words.ts';
import type { PageModel, WordCounts } from './page-model.ts';
import { isRow, roleOf } from './role.ts';

type RowCaches = Pick<PageModel, 'rowWords' | 'rowGroups'>;

/** A box with more letters than this is a panel and no row. */
const MAX_ROW_LETTERS = 400;

/** Of more rows than these side by side, so many are read to know which words they share. */
const MAX_ROWS_SAMPLED = 100;

/** Words that tell this row, list item or card from those beside it, without the control's own; none where it stands in no row. */
export function rowWordsOf(element: Element, own: readonly number[], page: RowCaches): number[] {
  for (const at of composedAncestors(element, { limit: 9 }).slice(1)) {
    const box = at.parentElement;
    const role = roleOf(at);
    if (!box || !(isRow(role) || isCard(at, role))) continue;
    const { size, counts } = getOrInsert(page.rowGroups, box, () => countWordsIn(box, page));
    const words = wordsOf(at, page).filter(
      (word) => !own.includes(word) && size > 1 && (counts.get(word) ?? 0) <= Math.max(1, size / 3),
    );
    if (words.length) return words.slice(0, 12);
  }
  return [];
}

/** One of several elements side by side that are built alike. */
const isCard = (element: Element, role: string): boolean =>
  element.childElementCount > 0 &&
  !/cell|header/.test(role) &&
  [element.nextElementSibling, element.previousElementSibling].some(
    (beside) => beside?.localName === element.localName && beside.className === element.className,
  );

function countWordsIn({ children }: Element, page: RowCaches): WordCounts {
  const counts = new Map<number, number>();
  const step = Math.ceil(children.length / MAX_ROWS_SAMPLED);
  for (let i = 0; i < children.length; i += step)
    for (const word of wordsOf(children[i]!, page)) counts.set(word, (counts.get(word) ?? 0) + 1);
  return { size: children.length / step, counts };
}

const wordsOf = (row: Element, { rowWords }: RowCaches): number[] =>
  getOrInsert(rowWords, row, () => {
    const fillers = [...row.querySelectorAll('slot')].flatMap((slot) => slot.assignedNodes());
    const text = [row, ...fillers].map((node) => node.textContent).join(' ');
    const start = tidy(text.slice(0, MAX_ROW_LETTERS * 9));
    return start.length > MAX_ROW_LETTERS ? [] : hashRowWords(start);
  });
