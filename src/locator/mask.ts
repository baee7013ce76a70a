/** Boxes whose contents are usually records: cells, rows, options, items of lists. */
const records =
  'td, [role="cell"], [role="gridcell"], [role="row"], [role="rowheader"], [role="option"], [role="treeitem"], [role="listitem"], li, option, dd, article';
/** Lists that are the app's own: menus, tabs, ways through the app. */
const ownLists =
  'nav, menu, [role="navigation"], [role="menu"], [role="menubar"], [role="tablist"], [role="toolbar"], header, footer, [role="banner"]';

const looksLikeData = [
  /\d{3,}/, // keys, amounts, years
  /\d+[.,:/-]\d+/, // amounts, dates, times
  /[€$£¥%]|\b(EUR|USD|GBP|CHF|JPY)\b/,
  /\S@\S/, // mail addresses
  /\bhttps?:/,
  /\b(Mr|Mrs|Ms|Dr|Prof|Herr|Frau|Mme)\b\.?/,
  /\b\d{1,2}\.? ?(jan|feb|mar|mär|apr|may|mai|jun|jul|aug|sep|oct|okt|nov|dec|dez)/i,
];

/** Ada Lovelace; Ada King-Lovelace; Lovelace, A. */
const person = /^\p{Lu}\p{Ll}+(?:[- ]\p{Lu}\p{Ll}+)?,? \p{Lu}(?:\p{Ll}+|\.)$/u;
/** Words of apps: "New Order" is written like a name, and is none. */
const appWord =
  /\b(add|all|apply|back|cancel|change|clear|close|copy|create|delete|details?|download|edit|export|filter|help|home|import|invite|list|log|manage|my|new|next|open|order|orders|page|previous|print|read|refresh|remove|report|reports|reset|save|search|select|send|settings|show|sign|start|submit|update|upload|user|users|view)\b/i;

/** May this name be data of a person or a business rather than words of the app? When in doubt it may. */
export function maybeData(element: Element, name: string): boolean {
  return (
    looksLikeData.some((pattern) => pattern.test(name)) || (person.test(name) && !appWord.test(name)) || standsInRecord(element)
  );
}

function standsInRecord(element: Element): boolean {
  for (let at: Element | null = element; at; at = above(at)) {
    const record = recordAround(at);
    if (!record) {
      const root = at.getRootNode();
      if (!(root instanceof ShadowRoot)) return false;
      continue;
    }
    return !record.closest(ownLists) || /^(td|tr)$/.test(record.localName);
  }
  return false;
}

/** A page may be one article; a record is one of several. */
const isLone = (element: Element): boolean =>
  element.localName === 'article' && (element.parentElement?.querySelectorAll(':scope > article').length ?? 1) < 2;

/** A row of column headings is the app's own; only its cells below are records. */
const isOfHeadings = (record: Element, element: Element): boolean =>
  record.matches('[role="row"]') && record.contains(element.closest('th, [role="columnheader"]'));

function recordAround(element: Element): Element | null {
  let record = element.closest(records);
  while (record && (isLone(record) || isOfHeadings(record, element))) record = record.parentElement?.closest(records) ?? null;
  return record;
}

function above(element: Element): Element | null {
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? root.host : null;
}
