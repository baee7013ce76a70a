import type { Block, Inline, RichText } from '../model/text/rich-text.ts';

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
export const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (one) => ENTITIES[one]!);

/** Rich text as HTML for print: the address of a link stands after its text. */
export const richToHtml = (rich: RichText): string => rich.map(blockToHtml).join('');

function blockToHtml(block: Block): string {
  if ('p' in block) return `<p>${inline(block.p)}</p>`;
  if ('heading' in block) return `<p><strong>${inline(block.heading)}</strong></p>`;
  if ('quote' in block) return `<blockquote>${richToHtml(block.quote)}</blockquote>`;
  if ('pre' in block) return `<pre>${escapeHtml(block.pre)}</pre>`;
  const tag = block.ordered ? 'ol' : 'ul';
  return `<${tag}>${block.list.map((item) => `<li>${richToHtml(item)}</li>`).join('')}</${tag}>`;
}

const inline = (parts: readonly Inline[]): string =>
  parts
    .map((part): string => {
      if (typeof part === 'string') return escapeHtml(part);
      if ('strong' in part) return `<strong>${inline(part.strong)}</strong>`;
      if ('em' in part) return `<em>${inline(part.em)}</em>`;
      if ('code' in part) return `<code>${escapeHtml(part.code)}</code>`;
      return 'link' in part ? `${inline(part.text)} (${escapeHtml(part.link)})` : '<br>';
    })
    .join('');
