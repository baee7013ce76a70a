import { composedAncestors } from '../../dom/composed-tree.ts';
import { isRepeatedRecord } from './is-repeated-record.ts';
import { type IsLayoutCell, isInLayoutTable } from './layout-table.ts';
import { isRow, roleOf } from './role.ts';

/** Lists that are the app's own: menus, tabs, navigation. */
const APP_LIST_ROLES = /^(navigation|menu|menubar|tablist|toolbar|banner|contentinfo)$/;

/** Digits and other numbers of any script, as the categories of Unicode have them. */
const NUMBER = String.raw`\p{N}`;
/** Han characters that count: two of them are a number, and one before a unit is a date or an amount. */
const HAN_NUMBER = '[〇零一二三四五六七八九十百千万萬億亿兆]';
const DATE_UNIT = '[年月日号號時时分秒元円圆万년월일시원]';

/** Keys, amounts, years, dates, times, currencies, e-mail and other addresses, people by their title; in any script. */
const DATA_PATTERN = new RegExp(
  [
    `${NUMBER}{3}`,
    String.raw`${NUMBER}[\s.,:/'’٫٬،\u066a-]{1,2}${NUMBER}`,
    String.raw`${NUMBER}\s?${DATE_UNIT}|${HAN_NUMBER}{2}|${HAN_NUMBER}${DATE_UNIT}|第${HAN_NUMBER}`,
    // A number beside a word in a script other than Latin: the name of a month, or a unit.
    String.raw`${NUMBER}{1,2}\.?\s(?!\p{Script=Latin})\p{L}`,
    String.raw`[\p{Sc}%٪]|\b(eur|usd|gbp|chf|jpy|mr|mrs|ms|dr|prof|herr|frau|mme)\b`,
    String.raw`\S[@＠]\S|\bhttps?:`,
    String.raw`\b\d\d?\.? ?(jan|f[eé]v|feb|m[aä]r|apr|avr|abr|ene|ma[iy]|ju[iln]|a[uo][gû]|sep|o[ck]t|nov|d[eé]c|dez|dic)`,
    String.raw`\b(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.? \d`,
  ].join('|'),
  'iu',
);

/** Ada Lovelace; Ada King-Lovelace; Lovelace, A. */
const PERSON_NAME_PATTERN = /^\p{Lu}\p{Ll}+(?:[- ]\p{Lu}\p{Ll}+)?,? \p{Lu}(?:\p{Ll}+|\.)$/u;
/** Words of apps: "New Order" is written like a person's name, and is none. */
const APP_WORD_PATTERN =
  /\b(add|all|apply|back|cancel|change|clear|close|copy|create|delete|details?|download|edit|export|filter|help|home|import|invite|list|log|manage|my|new|next|open|orders?|page|previous|print|read|refresh|remove|reports?|reset|save|search|select|send|settings|show|sign|start|submit|update|upload|users?|view)\b/i;

/** May this name be data of a person or a business rather than words of the app? When in doubt, it may. */
export const mayBeData = (element: Element, name: string, isLayoutCell: IsLayoutCell = isInLayoutTable): boolean =>
  [name, name.normalize('NFKC')].some((text) => DATA_PATTERN.test(text)) ||
  (PERSON_NAME_PATTERN.test(name) && !APP_WORD_PATTERN.test(name)) ||
  isInRecord(element, name, isLayoutCell);

/** Does it stand in a row, cell or list item that is about a record, or in one of several parts of the page that are built alike? */
function isInRecord(element: Element, name: string, isLayoutCell: IsLayoutCell): boolean {
  let isRecord = false;
  let isColumnHeading = false;
  for (const ancestor of composedAncestors(element)) {
    const role = roleOf(ancestor);
    isColumnHeading ||= role === 'columnheader';
    if (isRecord && APP_LIST_ROLES.test(role)) return false;
    const isLayout = /^(cell|row|columnheader)$/.test(role) && isLayoutCell(ancestor);
    if (role === 'cell' && !isLayout) return true;
    // A page may be one article, and a row of column headings is the app's own.
    const isOwn = (role === 'article' && isOnlyArticle(ancestor)) || (role === 'row' && isColumnHeading);
    isRecord ||= (isRow(role) || /cell|rowheader/.test(role)) && !isOwn && !isLayout;
    isRecord ||= ancestor !== element && isRepeatedRecord(ancestor, name);
  }
  return isRecord;
}

const isOnlyArticle = (element: Element): boolean => element.parentElement?.querySelectorAll(':scope>article').length === 1;
