/**
 * Rich text as the page gets it: a tree of plain data, made from Markdown by the background. It holds no HTML, so a renderer that
 * only makes elements and text nodes cannot be talked into running anything.
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

export type Rich = Block[];
