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
  /^\p{Lu}\p{Ll}+(?:[- ]\p{Lu}\p{Ll}+)?,? \p{Lu}(?:\p{Ll}+|\.)$/u, // Ada Lovelace; Lovelace, A.
];

/** May this name be data of a person or a business rather than words of the app? When in doubt it may. */
export function maybeData(element: Element, name: string): boolean {
  return looksLikeData.some((pattern) => pattern.test(name)) || standsInRecord(element);
}

function standsInRecord(element: Element): boolean {
  for (let at: Element | null = element; at; at = above(at)) {
    const record = at.closest(records);
    if (!record) {
      const root = at.getRootNode();
      if (!(root instanceof ShadowRoot)) return false;
      continue;
    }
    return !record.closest(ownLists) || /^(td|tr)$/.test(record.localName);
  }
  return false;
}

function above(element: Element): Element | null {
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? root.host : null;
}
