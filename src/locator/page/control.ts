import { composedAncestors } from '../../dom/composed-tree.ts';
import { windowOf } from '../../dom/node-getters.ts';
import { signatureOf } from '../match/neighbourhood.ts';
import type { ControlNode, TextNode } from './candidate.ts';
import { authoredTokens, hashWord, hashWords, tidy } from './hash-words.ts';
import { contentOf, isRendered, labelsIn, nameOf } from './name.ts';
import { isField, roleOf } from './role.ts';
import { rowWordsOf } from './row.ts';

type ControlWithBox = ControlNode & { box: Box };
type Fact = Exclude<keyof ControlWithBox, keyof PageControl | 'node'>;

const ROW_TAGS: Record<string, string> = { row: 'tr', listitem: 'li', article: 'li' };
/** Attributes whose values people write. */
const AUTHORED_ATTRIBUTES =
  /^(id|name|for|autocomplete|data-(?!v-|react)[a-z-]+|aria-controls|formcontrolname|ng-model|itemprop)$/;

/** How each fact of a control is read. */
const facts: { [F in Fact]: (met: ControlWithBox) => ControlWithBox[F] } = {
  type: ({ element }) => attributeOf(element, 'type').toLowerCase(),
  label: ({ element, role, model }) => {
    model.labels ??= labelsIn(model.roots);
    return nameOf(element, role, model.labels);
  },
  name: ({ label }) => hashWords(label),
  // A field without a name goes by the words just before it.
  key: ({ label, role, precedingText }) =>
    hashLabel(label) || (isField(role) && precedingText.length ? hashWord(`~${precedingText}`) : 0),
  ids: ({ element }) =>
    authoredTokens(
      element
        .getAttributeNames()
        .map((name) => (AUTHORED_ATTRIBUTES.test(name) ? attributeOf(element, name).slice(0, 80) : ''))
        .join(' '),
    ),
  href: ({ element }) => authoredTokens(attributeOf(element, 'href').replace(/^[a-z]+:\/\/[^/]*/, '')),
  icon: ({ element }) => iconOf(element),
  row: ({ element, name, model }) => rowWordsOf(element, name, model),
  section: ({ headingBefore, model }) => {
    let at = headingBefore;
    while (at && !isRendered(at)) at = model.headingBefore.get(at);
    return at ? hashWords(contentOf(at)) : [];
  },
  precedingText: ({ model: { nodes }, index }) => {
    let text = '';
    while (index-- && !text) text = drawnTextOf((nodes[index] as Partial<TextNode>).node);
    return hashWords(text.slice(-60));
  },
  // Rows and items are one whether elements or roles make them: another row is another thing.
  path: ({ element }) =>
    composedAncestors(element, { limit: 5 })
      .slice(1)
      .map((at) => hashWord(ROW_TAGS[roleOf(at)] ?? at.localName)),
  signature: (met) => signatureOf(met, met.model.width),
  box: ({ element }) => boxOf(element),
  x: ({ box }) => box.x,
  y: ({ box }) => box.y,
  w: ({ box }) => box.w,
  h: ({ box }) => box.h,
};

/** A control where the walk over a page met it. What there is to know of it is read when it is first asked for. */
export class PageControl {
  declare element: Element;
  declare tag: string;
  declare role: string;
  declare headingBefore: Element | undefined;
  declare landmark: string;
  declare model: ControlNode['model'];
  // Said now though only known when it is taken down: one shape from the start is quicker made.
  index = 0;
  cache: ControlNode['cache'] = undefined;

  constructor(
    element: Element,
    tag: string,
    role: string,
    heading: Element | undefined,
    landmark: string,
    model: ControlNode['model'],
  ) {
    this.element = element;
    this.tag = tag;
    this.role = role;
    this.headingBefore = heading;
    this.landmark = landmark;
    this.model = model;
  }
}

for (const [name, fact] of Object.entries(facts))
  Object.defineProperty(PageControl.prototype, name, {
    get(this: ControlWithBox) {
      // biome-ignore lint: the accessor is the cache
      return ((this.cache ??= {})[name] ??= fact(this));
    },
  });

const attributeOf = (element: Element, name: string): string => element.getAttribute(name) ?? '';

/** One fingerprint for a whole name, counts and signs apart. */
export const hashLabel = (label: string): number => hashWholeName(hashWords(label));

/** The same from the words of a name. */
export const hashWholeName = (words: readonly number[]): number => (words.length ? hashWord(`=${words.join(' ')}`) : 0);

/** What a text says, if it is drawn. */
function drawnTextOf({ nodeValue, parentElement }: Partial<Text> = {}): string {
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
  const { frameElement, scrollX, scrollY } = windowOf(element)!;
  const frame = frameElement && boxOf(frameElement);
  return { x: x + scrollX + (frame?.x ?? 0), y: y + scrollY + (frame?.y ?? 0), w: width, h: height };
}

/** What the icon in it is called, and the shape of its first paths, which outlives its class names. */
function iconOf(element: Element): number[] {
  if (element.childElementCount > 8) return [];
  const parts = [...element.querySelectorAll('svg,i,img,use,path,[class*=icon],[icon],[data-icon]')].slice(0, 7);
  const words = parts.flatMap((part) =>
    part.localName === 'path'
      ? hashWord(attributeOf(part, 'd').slice(0, 80))
      : authoredTokens(
          ['src', 'href', 'xlink:href', 'icon', 'data-icon', 'class']
            .map((name) => attributeOf(part, name))
            .join(' ')
            .replace(/\S*[/,]/g, ''),
        ),
  );
  return [...new Set([...authoredTokens(attributeOf(element, 'icon')), ...words])].slice(0, 10);
}
