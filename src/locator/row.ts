import { around } from './around.ts';
import { isRow, roleOf } from './role.ts';
import type { PageModel } from './seen.ts';
import { rowPrints, tidy } from './words.ts';

/** A box with more letters than this is a panel and no row. */
const most = 400;

/** Words that tell this row, list item or card from those beside it, without the control's own; none where it stands in no row. */
export function rowOf(element: Element, own: readonly number[], rows: PageModel['rows']): number[] {
  for (const at of around(element, 8)) {
    const box = at.parentElement;
    if (!box || !(isRow(roleOf(at)) || isCard(at))) continue;
    let counts = rows.get(box);
    if (!counts) {
      counts = new Map();
      rows.set(box, counts);
      for (const row of box.children) for (const word of wordsOf(row)) counts.set(word, (counts.get(word) ?? 0) + 1);
    }
    const size = box.childElementCount;
    const words = wordsOf(at).filter((word) => !own.includes(word) && size > 1 && counts.get(word)! <= Math.max(1, size / 3));
    if (words.length) return words.slice(0, 12);
  }
  return [];
}

/** One of several elements side by side that are built alike. */
const isCard = (element: Element): boolean =>
  !/cell|header/.test(roleOf(element)) &&
  element.childElementCount > 0 &&
  [element.nextElementSibling, element.previousElementSibling].some(
    (beside) => beside?.localName === element.localName && beside.className === element.className,
  );

function wordsOf(row: Element): number[] {
  const fillers = [...row.querySelectorAll('slot')].flatMap((slot) => slot.assignedNodes());
  const text = [row, ...fillers].map((node) => node.textContent).join(' ');
  const start = tidy(text.slice(0, most * 9));
  return start.length > most ? [] : rowPrints(start);
}
