import { boxOf, everything } from './truth.ts';

/**
 * Similo, from the formula and weights of its paper: M. Nass, E. Alégroth, R. Feldt, M. Leotta, F. Ricca, "Similarity-based Web Element
 * Localization for Robust Test Automation", TOSEM 32(3), 2023. Fourteen properties, each compared to a value from 0 to 1 and weighed;
 * the element with the highest sum is always the answer.
 */
export interface Properties {
  tag: string;
  class: string;
  name: string;
  id: string;
  href: string;
  alt: string;
  xpath: string;
  idXPath: string;
  isButton: string;
  x: number;
  y: number;
  area: number;
  shape: number;
  text: string;
  neighbours: string;
}

const equal = (a: string, b: string): number => (a && a.toLowerCase() === b.toLowerCase() ? 1 : 0);

const compared: [weight: number, how: (a: Properties, b: Properties) => number][] = [
  [1.5, (a, b) => equal(a.tag, b.tag)],
  [0.5, (a, b) => editLikeness(a.class, b.class)],
  [1.5, (a, b) => equal(a.name, b.name)],
  [1.5, (a, b) => equal(a.id, b.id)],
  [0.5, (a, b) => editLikeness(a.href, b.href)],
  [0.5, (a, b) => editLikeness(a.alt, b.alt)],
  [0.5, (a, b) => editLikeness(a.xpath, b.xpath)],
  [0.5, (a, b) => editLikeness(a.idXPath, b.idXPath)],
  [0.5, (a, b) => equal(a.isButton, b.isButton)],
  [0.5, (a, b) => Math.max(0, 1 - Math.hypot(a.x - b.x, a.y - b.y) / 100)],
  [0.5, (a, b) => ratio(a.area, b.area)],
  [0.5, (a, b) => ratio(a.shape, b.shape)],
  [1.5, (a, b) => editLikeness(a.text, b.text)],
  [1.5, (a, b) => sharedWords(a.neighbours, b.neighbours)],
];

const ratio = (a: number, b: number): number => (a && b ? Math.min(a, b) / Math.max(a, b) : 0);

function editLikeness(a: string, b: string): number {
  if (!a || !b) return 0;
  if (a === b) return 1;
  const [s, t] = [a.slice(0, 120).toLowerCase(), b.slice(0, 120).toLowerCase()];
  let row = Array.from({ length: t.length + 1 }, (_, i) => i);
  for (let i = 1; i <= s.length; i++) {
    const next = [i];
    for (let j = 1; j <= t.length; j++)
      next[j] = s[i - 1] === t[j - 1] ? row[j - 1]! : 1 + Math.min(row[j - 1]!, row[j]!, next[j - 1]!);
    row = next;
  }
  return 1 - row[t.length]! / Math.max(s.length, t.length);
}

function sharedWords(a: string, b: string): number {
  const one = new Set(a.toLowerCase().split(/\s+/).filter(Boolean));
  const other = new Set(b.toLowerCase().split(/\s+/).filter(Boolean));
  let both = 0;
  for (const word of one) if (other.has(word)) both++;
  return one.size && other.size ? both / Math.max(one.size, other.size) : 0;
}

export function propertiesOf(element: Element): Properties {
  const { x, y, w, h } = boxOf(element);
  const attribute = (name: string) => element.getAttribute(name) ?? '';
  const type = attribute('type');
  const isButton =
    element.localName === 'button' ||
    (element.localName === 'a' && /btn|button/.test(attribute('class'))) ||
    (element.localName === 'input' && /^(button|submit|reset)$/.test(type));
  return {
    tag: element.localName,
    class: attribute('class'),
    name: attribute('name'),
    id: attribute('id'),
    href: attribute('href'),
    alt: attribute('alt'),
    xpath: xpathOf(element, false),
    idXPath: xpathOf(element, true),
    isButton: isButton ? 'yes' : 'no',
    x,
    y,
    area: w * h,
    shape: h ? Math.round((w * 100) / h) : 0,
    text: visibleText(element),
    neighbours: neighboursOf(element, w * h),
  };
}

const visibleText = (element: Element): string =>
  (
    (element as HTMLElement).innerText ||
    (element instanceof HTMLInputElement && /^(button|submit|reset)$/.test(element.type) ? element.value : '') ||
    element.getAttribute('placeholder') ||
    ''
  )
    .trim()
    .slice(0, 120);

/** Words of elements beside it: what its parent shows, as the published implementation does for small parents. */
function neighboursOf(element: Element, area: number): string {
  const parent = element.parentElement;
  if (!parent) return '';
  const { w, h } = boxOf(parent);
  return w * h < area * 20 ? ((parent as HTMLElement).innerText ?? '').slice(0, 200) : '';
}

function xpathOf(element: Element, byId: boolean): string {
  let path = '';
  for (let at: Element | null = element; at; at = at.parentElement) {
    if (byId && at.id) return `//*[@id='${at.id}']${path}`;
    const like = [...(at.parentElement?.children ?? [])].filter((sibling) => sibling.localName === at!.localName);
    path = `/${at.localName}[${like.indexOf(at) + 1}]${path}`;
  }
  return path;
}

export interface SimiloModel {
  elements: Element[];
  properties: Properties[];
}

/** Every drawn element of the page with what Similo knows of it. */
export function similoModel(): SimiloModel {
  const elements = [...everything()]
    .filter((element) => document.body.contains(element) || element.getRootNode() !== document)
    .filter((element) => element.getBoundingClientRect().width > 0);
  return { elements, properties: elements.map(propertiesOf) };
}

export function similoFind(query: Properties, model: SimiloModel): Element | null {
  let best = -1;
  let found: Element | null = null;
  model.properties.forEach((candidate, i) => {
    const sum = compared.reduce((total, [weight, how]) => total + weight * how(query, candidate), 0);
    if (sum > best) [best, found] = [sum, model.elements[i]!];
  });
  return found;
}
