import { viewOf } from '../runtime/tree.ts';
import { around } from './around.ts';
import { contentOf, isRendered, labelsIn, nameOf } from './name.ts';
import { isField, roleOf } from './role.ts';
import { rowOf } from './row.ts';
import type { Met, Said } from './seen.ts';
import { strokeOf } from './sketch.ts';
import { nameParts, print, prints, tidy } from './words.ts';

type Boxed = Met & { box: Box };
type Fact = Exclude<keyof Boxed, keyof Control | 'node'>;

const rows: Record<string, string> = { row: 'tr', listitem: 'li', article: 'li' };
/** Attributes whose values people write. */
const written = /^(id|name|for|autocomplete|data-(?!v-|react)[a-z-]+|aria-controls|formcontrolname|ng-model|itemprop)$/;

/** How each fact of a control is read. */
const facts: { [F in Fact]: (met: Boxed) => Boxed[F] } = {
  type: ({ element }) => said(element, 'type').toLowerCase(),
  label: ({ element, role, page }) => {
    page.labels ??= labelsIn(page.roots);
    return nameOf(element, role, page.labels);
  },
  name: ({ label }) => prints(label),
  // A field without a name goes by the words just before it.
  key: ({ label, role, before }) => keyOf(label) || (isField(role) && before.length ? print(`~${before}`) : 0),
  ids: ({ element }) =>
    nameParts(
      element
        .getAttributeNames()
        .map((name) => (written.test(name) ? said(element, name).slice(0, 80) : ''))
        .join(' '),
    ),
  href: ({ element }) => nameParts(said(element, 'href').replace(/^[a-z]+:\/\/[^/]*/, '')),
  icon: ({ element }) => iconOf(element),
  row: ({ element, name, page }) => rowOf(element, name, page),
  section: ({ heading, page }) => {
    let at = heading;
    while (at && !isRendered(at)) at = page.above.get(at);
    return at ? prints(contentOf(at)) : [];
  },
  before: ({ page: { met }, at }) => {
    let text = '';
    while (at-- && !text) text = shownIn((met[at] as Partial<Said>).node);
    return prints(text.slice(-60));
  },
  // Rows and items are one whether elements or roles make them: another row is another thing.
  path: ({ element }) => around(element, 4).map((at) => print(rows[roleOf(at)] ?? at.localName)),
  stroke: (met) => strokeOf(met, met.page.width),
  box: ({ element }) => boxOf(element),
  x: ({ box }) => box.x,
  y: ({ box }) => box.y,
  w: ({ box }) => box.w,
  h: ({ box }) => box.h,
};

/** A control where the walk over a page met it. What there is to know of it is read when it is first asked for. */
export class Control {
  declare element: Element;
  declare tag: string;
  declare role: string;
  declare heading: Element | undefined;
  declare landmark: string;
  declare page: Met['page'];
  // Said now though only known when it is taken down: one shape from the start is quicker made.
  at = 0;
  read: Met['read'] = undefined;

  constructor(element: Element, tag: string, role: string, heading: Element | undefined, landmark: string, page: Met['page']) {
    this.element = element;
    this.tag = tag;
    this.role = role;
    this.heading = heading;
    this.landmark = landmark;
    this.page = page;
  }
}

for (const [name, fact] of Object.entries(facts))
  Object.defineProperty(Control.prototype, name, {
    get(this: Boxed) {
      // biome-ignore lint: the accessor is the cache
      return ((this.read ??= {})[name] ??= fact(this));
    },
  });

const said = (element: Element, name: string): string => element.getAttribute(name) ?? '';

/** One fingerprint for a whole name, counts and signs apart. */
export const keyOf = (label: string): number => keyOfPrints(prints(label));

/** The same from the words of a name. */
export const keyOfPrints = (words: readonly number[]): number => (words.length ? print(`=${words.join(' ')}`) : 0);

/** What a text says, if it is drawn. */
function shownIn({ nodeValue, parentElement }: Partial<Text> = {}): string {
  const text = tidy(nodeValue);
  return text && parentElement && !isRendered(parentElement) ? '' : text;
}

interface Box {
  x: number;
  y: number;
  w: number;
  h: number;
}

/** Its box on the page, whatever frames it lies in. */
function boxOf(element: Element): Box {
  const { x, y, width, height } = element.getBoundingClientRect();
  const { frameElement, scrollX, scrollY } = viewOf(element)!;
  const frame = frameElement && boxOf(frameElement);
  return { x: x + scrollX + (frame?.x ?? 0), y: y + scrollY + (frame?.y ?? 0), w: width, h: height };
}

/** What the icon in it is called, and the shape of its first paths, which outlives its class names. */
function iconOf(element: Element): number[] {
  if (element.childElementCount > 8) return [];
  const parts = [...element.querySelectorAll('svg,i,img,use,path,[class*=icon],[icon],[data-icon]')].slice(0, 7);
  const words = parts.flatMap((part) =>
    part.localName === 'path'
      ? print(said(part, 'd').slice(0, 80))
      : nameParts(
          ['src', 'href', 'xlink:href', 'icon', 'data-icon', 'class']
            .map((name) => said(part, name))
            .join(' ')
            .replace(/\S*[/,]/g, ''),
        ),
  );
  return [...new Set([...nameParts(said(element, 'icon')), ...words])].slice(0, 10);
}
