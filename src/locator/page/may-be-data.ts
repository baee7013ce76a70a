import { composedAncestors } from '../../dom/composed-tree.ts';
import { isRow, roleOf } from './role.ts';

/** Lists that are the app's own: menus, tabs, navigation. */
const APP_LIST_ROLES = /^(navigation|menu|menubar|tablist|toolbar|banner|contentinfo)$/;

/** Keys, amounts, years, dates, times, currencies, e-mail and other addresses, people by their title. */
const DATA_PATTERN =
  /\d{3}|\d[.,:/-]\d|[€$£¥%]|\b(eur|usd|gbp|chf|jpy|mr|mrs|ms|dr|prof|herr|frau|mme)\b|\S@\S|\bhttps?:|\b\d\d?\.? ?(jan|feb|m[aä]r|apr|ma[iy]|ju[ln]|aug|sep|o[ck]t|nov|de[cz])/i;

/** Ada Lovelace; Ada King-Lovelace; Lovelace, A. */
const PERSON_NAME_PATTERN = /^\p{Lu}\p{Ll}+(?:[- ]\p{Lu}\p{Ll}+)?,? \p{Lu}(?:\p{Ll}+|\.)$/u;
/** Words of apps: "New Order" is written like a person's name, and is none. */
const APP_WORD_PATTERN =
  /\b(add|all|apply|back|cancel|change|clear|close|copy|create|delete|details?|download|edit|export|filter|help|home|import|invite|list|log|manage|my|new|next|open|orders?|page|previous|print|read|refresh|remove|reports?|reset|save|search|select|send|settings|show|sign|start|submit|update|upload|users?|view)\b/i;

/** May this name be data of a person or a business rather than words of the app? When in doubt, it may. */
export const mayBeData = (element: Element, name: string): boolean =>
  DATA_PATTERN.test(name) || (PERSON_NAME_PATTERN.test(name) && !APP_WORD_PATTERN.test(name)) || isInRecord(element);

/** Does it stand in a row, cell or list item that is about a record? */
function isInRecord(element: Element): boolean {
  let isRecord = false;
  let isColumnHeading = false;
  for (const ancestor of composedAncestors(element)) {
    const role = roleOf(ancestor);
    isColumnHeading ||= role === 'columnheader';
    if (isRecord && APP_LIST_ROLES.test(role)) return false;
    if (role === 'cell') return true;
    // A page may be one article, and a row of column headings is the app's own.
    const isOwn = (role === 'article' && isOnlyArticle(ancestor)) || (role === 'row' && isColumnHeading);
    isRecord ||= (isRow(role) || /cell|rowheader/.test(role)) && !isOwn;
  }
  return isRecord;
}

const isOnlyArticle = (element: Element): boolean => element.parentElement?.querySelectorAll(':scope>article').length === 1;
