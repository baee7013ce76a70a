import type { Fault } from '../model/fault/fault.ts';
import type { Pack } from '../model/pack/pack.ts';
import type { Content } from './markdown-nodes.ts';
import { parseMarkdown } from './parse-markdown.ts';
import { renderMarkdown } from './render-markdown.ts';
import { safeLink } from './safe-link.ts';
import { textsOf, wordingsOf } from './texts-of.ts';

/** Finds Markdown that does not look as its author expects: HTML, images, links that are shown as text, an empty result. */
export function lintMarkdown(pack: Pack): Fault[] {
  const bodies = textsOf(pack).filter(({ as }) => as === 'tip' || as === 'step');
  return bodies
    .flatMap((body) => wordingsOf(body, pack.language))
    .flatMap(({ path, wording }): Fault[] => {
      if (renderMarkdown(wording).length === 0)
        return [{ path, reason: 'shows nothing', remedy: 'Write what the person should know.' }];
      const nodes = parseMarkdown(wording);
      return (nodes ? odditiesIn(nodes) : [UNPARSED]).map((fault) => ({ path, ...fault, warning: true }));
    });
}

const UNPARSED = {
  reason: 'is nested so deeply, or has so much emphasis, that it is shown as it is written',
  remedy: 'Write it with less formatting.',
};

function odditiesIn(nodes: readonly Content[]): Omit<Fault, 'path'>[] {
  return nodes.flatMap((node) => {
    const fault = oddity(node);
    return [...(fault ? [fault] : []), ...('children' in node ? odditiesIn(node.children) : [])];
  });
}

function oddity(node: Content): Omit<Fault, 'path'> | undefined {
  switch (node.type) {
    case 'html':
      if (node.value.startsWith('</')) return undefined;
      return {
        reason: `holds HTML, which is shown as it is written: ${node.value.slice(0, 40)}`,
        remedy: 'Write it in Markdown.',
      };
    case 'image':
    case 'imageReference':
      return { reason: 'holds an image, of which only the description is shown', remedy: 'Say it in words.' };
    case 'link':
    case 'definition':
      if (safeLink(node.url)) return undefined;
      return {
        reason: `has a link that is shown as text: "${node.url.slice(0, 60)}"`,
        remedy: 'Give a whole address with https://.',
      };
    default:
      return undefined;
  }
}
