import type { fromMarkdown } from 'mdast-util-from-markdown';

/** The nodes that CommonMark is parsed into. */
type Root = ReturnType<typeof fromMarkdown>;
export type Content = Root['children'][number];
export type Phrasing = Extract<Content, { type: 'paragraph' }>['children'][number];
export type Definition = Extract<Content, { type: 'definition' }>;
