import { documentOfFrame, FRAMES } from '../../dom/frames.ts';
import { documentOf, frameElementOf, localNameOf } from '../../dom/node-getters.ts';
import { shadowRootOf } from '../../dom/shadow-root-of.ts';
import type { EnteredTexts } from './echoes-entry.ts';
import { TEXT_ENTRIES } from './holds-value.ts';

const FIELDS = `${TEXT_ENTRIES},output,[aria-valuetext],[role=slider]`;
/** Options that are chosen now. Tabs and links are left out: which of them is the current one is the app's wording. */
const CHOSEN = ['option', 'treeitem', 'gridcell', 'menuitemradio', 'menuitemcheckbox']
  .flatMap((role) => ['selected', 'checked'].map((state) => `[role=${role}][aria-${state}=true]`))
  .join(',');
/** Parameters of an address under which searches put what was typed. */
const SEARCH_PARAMETER = /^(q|query|s|search\w*|term\w*|keyword\w*|filter\w*|find|text|name|suche|recherche|buscar)$/i;
const MAX_FIELDS = 1000;
const MAX_LETTERS = 2000;

/** What stands in the fields of a page now, through shadow roots and frames of the same origin. */
export function standingEntries(page: Document, knownRoots: Iterable<Document | ShadowRoot> = []): EnteredTexts {
  const typed: string[] = [];
  const chosen = searchedFor(page);
  for (const root of new Set([...knownRoots, ...rootsOf(page)])) {
    for (const field of [...root.querySelectorAll(FIELDS)].slice(0, MAX_FIELDS))
      (field.localName === 'select' ? chosen : typed).push(...textsOfField(field));
    for (const option of [...root.querySelectorAll(CHOSEN)].slice(0, MAX_FIELDS)) chosen.push(textOf(option));
    const { designMode, body } = root as Document;
    if (designMode === 'on' && body) typed.push(textOf(body));
  }
  return { typed: distinct(typed), chosen: distinct(chosen) };
}

/** Columns of fields often hold the same few texts. */
const distinct = (texts: readonly string[]): Set<string> => new Set(texts.filter(Boolean));

/** What a field shows: its value, the options chosen in it, the names of its files, or its text. */
export function textsOfField(field: Element): string[] {
  switch (field.localName) {
    case 'input': {
      const { type, files, value } = field as HTMLInputElement;
      if (type === 'password') return []; // never to be read
      return type === 'file' ? [...(files ?? [])].map(({ name }) => name.replace(/\.\w+$/, '')) : [value.slice(0, MAX_LETTERS)];
    }
    case 'textarea':
      return [(field as HTMLTextAreaElement).value.slice(0, MAX_LETTERS)];
    case 'select':
      return [...(field as HTMLSelectElement).selectedOptions].map(({ text }) => text);
    default:
      return [textOf(field), field.getAttribute('aria-valuetext') ?? ''];
  }
}

const textOf = (element: Element): string => (element.textContent ?? '').slice(0, MAX_LETTERS);

/** What the address of a page says that was searched for on the page before. */
const searchedFor = ({ location }: Document): string[] =>
  [...new URLSearchParams(location?.search)].flatMap(([name, text]) => (SEARCH_PARAMETER.test(name) ? text : []));

/**
 * Every document and shadow root of a page. Of closed roots only those of custom elements: to ask the browser for every element whether it
 * has one takes too long.
 */
function* rootsOf(root: Document | ShadowRoot): Generator<Document | ShadowRoot> {
  yield root;
  for (const element of root.querySelectorAll('*')) {
    const inner = element.shadowRoot || localNameOf(element)?.includes('-') ? shadowRootOf(element) : null;
    if (inner) yield* rootsOf(inner);
  }
  for (const frame of root.querySelectorAll(FRAMES)) {
    const inner = documentOfFrame(frame);
    if (inner) yield* rootsOf(inner);
  }
}

/** The outermost document that may be read: frames of the same origin belong to the page around them. */
export function topDocumentOf(element: Element): Document {
  const frame = frameElementOf(element);
  return frame ? topDocumentOf(frame) : documentOf(element);
}
