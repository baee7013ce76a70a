import { prints, tidy } from './words.ts';

/** What was found out about rows in one pass over a page. */
export interface Rows {
  /** Words of a row or a heading. */
  words: Map<Element, number[]>;
  /** Per parent of rows, how many of them have each word. */
  counts: Map<Element, Map<number, number>>;
  /** Whether a box holds too many words for a row. */
  panels: Map<Element, boolean>;
}

/** A box with more letters than this is a panel and no row. */
const most = 400;
const rowTag = /^(tr|li|article|dd|details)$/;
const rowRole = /^(row|listitem|option|treeitem|article)$/;

/** Words that tell this row, list item or card from those beside it, without the control's own; none where it stands in no row. */
export function rowOf(element: Element, own: readonly number[], rows: Rows): number[] {
  let at = parentOf(element);
  for (let depth = 0; at && depth < 8; depth++, at = parentOf(at)) {
    if (!isRow(at)) continue;
    const words = distinctive(at, rows).filter((word) => !own.includes(word));
    if (words.length) return words;
  }
  return [];
}

/** The element around it; for the top of a shadow tree, its host. */
function parentOf(element: Element): Element | null {
  return element.parentElement ?? (element.parentNode as ShadowRoot | null)?.host ?? null;
}

function isRow(element: Element): boolean {
  return rowTag.test(element.localName) || rowRole.test(element.getAttribute('role') ?? '') || isCard(element);
}

/** One of several elements side by side that are built alike. */
function isCard(element: Element): boolean {
  if (/^(td|th)$/.test(element.localName) || /cell/.test(element.getAttribute('role') ?? '')) return false;
  return (
    element.childElementCount > 0 &&
    [element.nextElementSibling, element.previousElementSibling].some(
      (beside) => beside?.localName === element.localName && beside.className === element.className,
    )
  );
}

function distinctive(row: Element, rows: Rows): number[] {
  const parent = row.parentElement;
  if (!parent) return [];
  if (parent.children.length < 2 || isPanel(row, rows)) return [];
  let counts = rows.counts.get(parent);
  if (!counts) {
    counts = new Map();
    for (const sibling of parent.children)
      for (const word of wordsOf(sibling, rows)) counts.set(word, (counts.get(word) ?? 0) + 1);
    rows.counts.set(parent, counts);
  }
  const few = Math.max(1, parent.children.length / 3);
  return wordsOf(row, rows).filter((word) => counts.get(word)! <= few);
}

function isPanel(row: Element, rows: Rows): boolean {
  let is = rows.panels.get(row);
  if (is === undefined) {
    is = tidy(row.textContent).length > most;
    rows.panels.set(row, is);
  }
  return is;
}

function wordsOf(element: Element, rows: Rows): number[] {
  const known = rows.words.get(element);
  if (known) return known;
  const words = prints((element.textContent ?? '').slice(0, 400), 40, true);
  rows.words.set(element, words);
  return words;
}

/** Words of the heading of the column the element lies in. */
export function columnOf(element: Element): number[] {
  const cell = element.closest('td') as HTMLTableCellElement | null;
  const table = cell?.closest('table');
  const head = table?.rows[0]?.cells[cell!.cellIndex];
  if (!head || head === cell || head.localName !== 'th') return [];
  return prints((head.textContent ?? '').slice(0, 400), 6, true);
}
