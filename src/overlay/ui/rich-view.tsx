import type { ComponentChildren } from 'preact';
import { type Block, type Inline, plainText, type RichText } from '../../model/text/rich-text.ts';
import { LinkHost } from './link-host.tsx';

/** Rich text as elements and text nodes; there is no HTML in it to interpret. */
export function RichView({ rich }: { rich: RichText }) {
  return <>{rich.map(block)}</>;
}

function block(one: Block): ComponentChildren {
  if ('p' in one) return <p>{one.p.map(inline)}</p>;
  if ('heading' in one) return <h3>{one.heading.map(inline)}</h3>;
  if ('quote' in one) return <blockquote>{one.quote.map(block)}</blockquote>;
  if ('pre' in one) return <pre>{one.pre}</pre>;
  const items = one.list.map((item) => <li>{item.map(block)}</li>);
  return one.ordered ? <ol>{items}</ol> : <ul>{items}</ul>;
}

function inline(one: Inline): ComponentChildren {
  if (typeof one === 'string') return one;
  if ('strong' in one) return <strong>{one.strong.map(inline)}</strong>;
  if ('em' in one) return <em>{one.em.map(inline)}</em>;
  if ('code' in one) return <code>{one.code}</code>;
  if ('br' in one) return <br />;
  return (
    <a href={one.link} target="_blank" rel="noopener noreferrer">
      {one.text.map(inline)}
      <LinkHost address={one.link} words={plainText([{ p: one.text }])} />
    </a>
  );
}
