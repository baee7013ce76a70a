import { nameParts, print } from './words.ts';

const drawn = 'svg, i, img, use, path, [class*="icon"], [icon], [data-icon]';

/** What a control's icon is called, and the shape of its first paths, which outlives its class names. */
export function iconOf(element: Element): number[] {
  if (element.childElementCount > 8) return [];
  const found = new Set<number>();
  const parts = element.childElementCount ? [element, ...element.querySelectorAll(drawn)].slice(0, 8) : [element];
  for (const part of parts) for (const one of wordsOf(part, part === element)) found.add(one);
  return [...found].slice(0, 10);
}

function wordsOf(part: Element, itself: boolean): number[] {
  const attribute = (name: string) => part.getAttribute(name) ?? '';
  if (part.localName === 'path') return [print(attribute('d').slice(0, 80))];
  const file = attribute('src').startsWith('data:') ? '' : attribute('src').replace(/^.*\//, '');
  const named = `${file} ${attribute('href')} ${attribute('xlink:href')} ${attribute('icon')} ${attribute('data-icon')}`;
  if (itself)
    return nameParts(
      `${attribute('icon')} ${part.localName.includes('icon') ? `${attribute('name')} ${attribute('library')}` : ''}`,
    );
  return nameParts(`${named} ${attribute('class')} ${part.localName.includes('-') ? attribute('name') : ''}`);
}
