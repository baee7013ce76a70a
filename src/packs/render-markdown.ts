import type { Block, Inline, RichText } from '../model/text/rich-text.ts';
import { visibleText } from '../model/text/visible-text.ts';
import type { Content, Definition, Phrasing } from './markdown-nodes.ts';
import { MAX_CHARS, parseMarkdown } from './parse-markdown.ts';
import { safeLink } from './safe-link.ts';

/**
 * CommonMark as plain data. What could run or load is shown as text: HTML as it was written, images as their description, links that are
 * not http(s) as their text. A source that is too long or too deeply nested becomes one paragraph, unparsed. Characters that nobody sees
 * are removed from what was parsed, since Markdown may write them as entities; an address that has one is no link.
 */
export function renderMarkdown(source: string): RichText {
  const children = parseMarkdown(source);
  if (!children) {
    const text = visibleText(source.slice(0, MAX_CHARS));
    return text.trim() ? [{ p: [text] }] : [];
  }
  return blocks(children, collectDefinitions(children));
}

type Definitions = ReadonlyMap<string, string>;

/** Targets of `[text][name]` by name. The first definition of a name counts, as CommonMark specifies. */
const collectDefinitions = (nodes: readonly Content[]): Definitions =>
  new Map(
    definitionsIn(nodes)
      .reverse()
      .map(({ identifier, url }) => [identifier, url]),
  );

const definitionsIn = (nodes: readonly Content[]): Definition[] =>
  nodes.flatMap((node) => (node.type === 'definition' ? [node] : 'children' in node ? definitionsIn(node.children) : []));

function blocks(nodes: readonly Content[], known: Definitions): Block[] {
  return nodes.flatMap((node): Block[] => {
    switch (node.type) {
      case 'paragraph':
        return [{ p: inlines(node.children, known) }];
      case 'heading':
        return [{ heading: inlines(node.children, known) }];
      case 'blockquote':
        return [{ quote: blocks(node.children, known) }];
      case 'list':
        return [{ list: node.children.map((item) => blocks(item.children, known)), ordered: node.ordered === true }];
      case 'code':
        return [{ pre: visibleText(node.value) }];
      case 'html':
        return [{ p: [visibleText(node.value)] }];
      default:
        return [];
    }
  });
}

function inlines(nodes: readonly Phrasing[], known: Definitions): Inline[] {
  return mergeText(nodes.flatMap((node) => inline(node, known)));
}

function inline(node: Phrasing, known: Definitions): Inline[] {
  switch (node.type) {
    case 'text':
    case 'html':
      return [node.value];
    case 'inlineCode':
      return [{ code: visibleText(node.value) }];
    case 'break':
      return [{ br: true }];
    case 'strong':
      return [{ strong: inlines(node.children, known) }];
    case 'emphasis':
      return [{ em: inlines(node.children, known) }];
    case 'link':
      return linked(node.url, inlines(node.children, known));
    case 'linkReference':
      return linked(known.get(node.identifier) ?? '', inlines(node.children, known));
    case 'image':
    case 'imageReference':
      return node.alt ? [node.alt] : [];
    default:
      return [];
  }
}

function linked(url: string, text: Inline[]): Inline[] {
  const link = safeLink(url);
  return link ? [{ link, text }] : text;
}

/** Joins neighbouring pieces of plain text, and cleans them only then: a joiner may stand between two pieces. */
function mergeText(pieces: readonly Inline[]): Inline[] {
  const merged = pieces.reduce<Inline[]>((made, piece) => {
    const last = made.at(-1);
    if (typeof piece === 'string' && typeof last === 'string') made[made.length - 1] = last + piece;
    else made.push(piece);
    return made;
  }, []);
  return merged.map((piece) => (typeof piece === 'string' ? visibleText(piece) : piece));
}
