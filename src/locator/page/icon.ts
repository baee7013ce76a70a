import { authoredTokens, hashWord } from './hash-words.ts';

/** An element with more children is no icon button, but a box of its own. */
const MAX_CHILDREN = 8;
const MAX_PARTS = 7;
const MAX_WORDS = 10;
/** The start of a path's data: enough to tell shapes apart. */
const PATH_LETTERS = 80;
const ICON_PARTS = 'svg,i,img,use,path,[class*=icon],[icon],[data-icon]';
const NAMING_ATTRIBUTES = ['src', 'href', 'xlink:href', 'icon', 'data-icon', 'class'];

/** Fingerprints of what the icon in an element is called, and of the shape of its first paths, which outlives its class names. */
export function iconOf(element: Element): number[] {
  if (element.childElementCount > MAX_CHILDREN) return [];
  const parts = [...element.querySelectorAll(ICON_PARTS)].slice(0, MAX_PARTS);
  const words = parts.flatMap((part) => (part.localName === 'path' ? hashWord(shapeOf(part)) : authoredTokens(namesOf(part))));
  return [...new Set([...authoredTokens(element.getAttribute('icon') ?? ''), ...words])].slice(0, MAX_WORDS);
}

const shapeOf = (path: Element): string => (path.getAttribute('d') ?? '').slice(0, PATH_LETTERS);

/** Its names without folders and prefixes of icon sets. */
const namesOf = (part: Element): string =>
  NAMING_ATTRIBUTES.map((name) => part.getAttribute(name) ?? '')
    .join(' ')
    .replace(/\S*[/,]/g, '');

/** Words that icons of all kinds have in their names: of sets, styles and sizes. */
const SET_WORDS = new Set(
  'icon icons svg img image use path btn button fa fas far fal fab fad mdi bi glyphicon material symbol symbols outline outlined round rounded sharp solid regular fw lg sm md xs xl small medium large anticon feather lucide el pi ti ri size color'
    .split(' ')
    .map(hashWord),
);

/** Do two icons, each with a name of its own, have nothing of it in common? */
export function areOtherIcons(one: readonly number[], other: readonly number[]): boolean {
  const [own, others] = [one, other].map((words) => words.filter((word) => !SET_WORDS.has(word)));
  return own!.length > 0 && others!.length > 0 && !own!.some((word) => others!.includes(word));
}
