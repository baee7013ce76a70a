import { composedAncestors } from '../../dom/composed-tree.ts';
import { windowOf } from '../../dom/node-getters.ts';
import { isRendered } from '../../dom/visibility.ts';
import type { Candidate, ControlSignature } from './candidate.ts';
import { authoredTokens, hashLabel, hashWord, hashWords, tidy } from './hash-words.ts';
import { iconOf } from './icon.ts';
import { contentOf, labelsIn, nameOf } from './name.ts';
import type { ControlNode, PageModel } from './page-model.ts';
import { isField, roleOf } from './role.ts';
import { rowWordsOf } from './row.ts';
import { signatureOf } from './signature.ts';

/** Rows and items count as one thing whether elements or roles make them: another row is another thing. */
const ROW_TAGS: Record<string, string> = { row: 'tr', listitem: 'li', article: 'li' };
/** Attributes whose values people write. */
const AUTHORED_ATTRIBUTES =
  /^(id|name|for|autocomplete|data-(?!v-|react)[a-z-]+|aria-controls|formcontrolname|ng-model|itemprop)$/;
const MAX_ATTRIBUTE_LETTERS = 80;
/** Letters of the text just before a control that are looked at. */
const PRECEDING_LETTERS = 60;
/** Elements around a control that its path names. */
const PATH_LENGTH = 4;

/** What the walk knows of a control when it meets it. */
interface MetControl {
  element: Element;
  tag: string;
  role: string;
  landmark: string;
  /** The last heading before it, drawn or not. */
  heading: Element | undefined;
  page: ControlPage;
}

/** What is needed of the page to read a control. */
type ControlPage = Pick<PageModel, 'nodes' | 'width' | 'rowWords' | 'headingBefore' | 'rowGroups' | 'roots' | 'labels'>;

/** What is read of a control only when it is first asked for. */
interface Facts
  extends Pick<
    Candidate,
    'type' | 'label' | 'name' | 'key' | 'ids' | 'href' | 'icon' | 'row' | 'section' | 'precedingText' | 'path' | 'signature'
  > {
  box: Pick<Candidate, 'x' | 'y' | 'w' | 'h'>;
}

/** How each fact is read. */
const readers: { [F in keyof Facts]: (control: PageControl) => Facts[F] } = {
  type: ({ element }) => attributeOf(element, 'type').toLowerCase(),
  label({ element, role, page }) {
    page.labels ??= labelsIn(page.roots);
    return nameOf(element, role, page.labels);
  },
  name: ({ label }) => hashWords(label),
  key: ({ label, role, precedingText }) =>
    hashLabel(label) || (isField(role) && precedingText.length ? hashWord(`~${precedingText}`) : 0),
  ids: ({ element }) => authoredTokens(element.getAttributeNames().map(authoredValueIn(element)).join(' ')),
  href: ({ element }) => authoredTokens(attributeOf(element, 'href').replace(/^[a-z]+:\/\/[^/]*/, '')),
  icon: ({ element }) => iconOf(element),
  row: ({ element, name, page }) => rowWordsOf(element, name, page),
  section({ heading, page }) {
    let drawn = heading;
    while (drawn && !isRendered(drawn)) drawn = page.headingBefore.get(drawn);
    return drawn ? hashWords(contentOf(drawn)) : [];
  },
  precedingText({ page, index }) {
    let text = '';
    for (let at = index - 1; at >= 0 && !text; at--) {
      const node = page.nodes[at]!;
      if (node.kind === 'text') text = drawnTextOf(node.node);
    }
    return hashWords(text.slice(-PRECEDING_LETTERS));
  },
  path: ({ element }) =>
    composedAncestors(element, { limit: PATH_LENGTH + 1 })
      .slice(1)
      .map((around) => hashWord(ROW_TAGS[roleOf(around)] ?? around.localName)),
  signature: (control) => signatureOf(control, control.page.width),
  box: ({ element }) => boxOf(element),
};

/** A control where the walk met it. What there is to know of it is read when it is first asked for, and kept until `forget`. */
export class PageControl implements ControlNode {
  readonly kind = 'control';
  readonly element: Element;
  readonly tag: string;
  readonly role: string;
  readonly landmark: string;
  readonly heading: Element | undefined;
  readonly page: ControlPage;
  index = 0;
  #facts: Partial<Facts> | undefined;

  constructor({ element, tag, role, landmark, heading, page }: MetControl) {
    this.element = element;
    this.tag = tag;
    this.role = role;
    this.landmark = landmark;
    this.heading = heading;
    this.page = page;
  }

  get type(): string {
    return this.#read('type');
  }
  get label(): string {
    return this.#read('label');
  }
  get name(): number[] {
    return this.#read('name');
  }
  get key(): number {
    return this.#read('key');
  }
  get ids(): number[] {
    return this.#read('ids');
  }
  get href(): number[] {
    return this.#read('href');
  }
  get icon(): number[] {
    return this.#read('icon');
  }
  get row(): number[] {
    return this.#read('row');
  }
  get section(): number[] {
    return this.#read('section');
  }
  get precedingText(): number[] {
    return this.#read('precedingText');
  }
  get path(): number[] {
    return this.#read('path');
  }
  get signature(): ControlSignature {
    return this.#read('signature');
  }
  get x(): number {
    return this.#read('box').x;
  }
  get y(): number {
    return this.#read('box').y;
  }
  get w(): number {
    return this.#read('box').w;
  }
  get h(): number {
    return this.#read('box').h;
  }

  forget(): void {
    this.#facts = undefined;
  }

  #read<F extends keyof Facts>(fact: F): Facts[F] {
    this.#facts ??= {};
    const facts: Partial<Facts> = this.#facts;
    facts[fact] ??= readers[fact](this);
    return facts[fact]!;
  }
}

const attributeOf = (element: Element, name: string): string => element.getAttribute(name) ?? '';

const authoredValueIn =
  (element: Element) =>
  (name: string): string =>
    AUTHORED_ATTRIBUTES.test(name) ? attributeOf(element, name).slice(0, MAX_ATTRIBUTE_LETTERS) : '';

/** What a text says, if it is drawn. */
function drawnTextOf({ nodeValue, parentElement }: Text): string {
  const text = tidy(nodeValue);
  return text && parentElement && !isRendered(parentElement) ? '' : text;
}

/** Its box on the page, whatever frames it lies in. */
function boxOf(element: Element): Facts['box'] {
  const { x, y, width, height } = element.getBoundingClientRect();
  const { frameElement, scrollX, scrollY } = windowOf(element)!;
  const frame = frameElement && boxOf(frameElement);
  return { x: x + scrollX + (frame?.x ?? 0), y: y + scrollY + (frame?.y ?? 0), w: width, h: height };
}
