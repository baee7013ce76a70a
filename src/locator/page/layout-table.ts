import { getOrInsert } from '../../runtime/get-or-insert.ts';

const HEADINGS = ':scope>th,:scope>[role=columnheader]';
/** Fields whose labels say what a line of a form is for; a label of a checkbox may be that of a row to be selected. */
const LABELLED_FIELD = 'input:not([type=checkbox],[type=radio]),textarea,select';

/** Is a cell that of a table which only arranges what it holds, as old forms do? Such a cell is no data. */
export type IsLayoutCell = (cell: Element) => boolean;

export const isInLayoutTable: IsLayoutCell = (cell) => isLayoutTable(tableOf(cell));

/** As `isInLayoutTable` for many cells at the same moment: each table is judged once, as it takes time in proportion to its rows. */
export function layoutCellsAtOneMoment(): IsLayoutCell {
  const judged = new Map<Element | null, boolean>();
  return (cell) => getOrInsert(judged, tableOf(cell), isLayoutTable);
}

const tableOf = (cell: Element): Element | null => cell.closest('table,[role=table],[role=grid],[role=treegrid]');

/** An ARIA grid never does. */
function isLayoutTable(table: Element | null): boolean {
  const role = table?.getAttribute('role') ?? '';
  if (/^(presentation|none)$/.test(role)) return true;
  return (
    table?.localName === 'table' &&
    !/grid$/.test(role) &&
    !hasColumnHeadings(table) &&
    (labelsFields(table) || !hasHeading(table))
  );
}

/** A row with one `th` is a line with its caption; a row with several is the head of the columns. */
const hasColumnHeadings = (table: Element): boolean =>
  table.querySelector(':scope>thead th,:scope>*>*>[scope=col],:scope>*>*>[role=columnheader]') !== null ||
  [...table.querySelectorAll('tr')].some((row) => row.closest('table') === table && row.querySelectorAll(HEADINGS).length > 1);

const hasHeading = (table: Element): boolean => [...table.querySelectorAll('th')].some((th) => th.closest('table') === table);

/** Is there a label of a field among what it holds? */
export const labelsFields = (part: Element): boolean =>
  [...part.querySelectorAll('label')].some(({ control }) => control?.matches(LABELLED_FIELD) && part.contains(control));
