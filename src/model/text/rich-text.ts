/**
 * Rich text as the page gets it: a tree of plain data, made from Markdown in the background. It contains no HTML, so a renderer that
 * only creates elements and text nodes cannot be made to run anything.
 */
export type Inline =
  | string
  | { strong: Inline[] }
  | { em: Inline[] }
  | { code: string }
  | { link: string; text: Inline[] }
  | { br: true };

export type Block =
  | { p: Inline[] }
  | { heading: Inline[] }
  | { list: Block[][]; ordered: boolean }
  | { quote: Block[] }
  | { pre: string };

export type RichText = Block[];

/** The text without formatting, as a screen reader announces it. */
export const plainText = (rich: RichText): string => rich.map(blockText).join(' ');

const END_OF_SENTENCE = /[.!。！]$/;

/** Does the text say no more than its title? The instructions of a recorded step do, until somebody adds to them. */
export const restatesTitle = (rich: RichText, title: string): boolean =>
  plainText(rich).trim().replace(END_OF_SENTENCE, '') === title.trim().replace(END_OF_SENTENCE, '');

function blockText(block: Block): string {
  if ('p' in block) return inlineText(block.p);
  if ('heading' in block) return inlineText(block.heading);
  if ('list' in block) return block.list.map(plainText).join(' ');
  return 'quote' in block ? plainText(block.quote) : block.pre;
}

const inlineText = (parts: readonly Inline[]): string =>
  parts
    .map((part): string => {
      if (typeof part === 'string') return part;
      if ('strong' in part) return inlineText(part.strong);
      if ('em' in part) return inlineText(part.em);
      if ('code' in part) return part.code;
      return 'link' in part ? inlineText(part.text) : ' ';
    })
    .join('');
