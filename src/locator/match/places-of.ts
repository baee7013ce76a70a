import { hashWholeName, hashWords, tidy } from '../page/hash-words.ts';
import type { PageNode } from '../page/page-model.ts';

/**
 * Where on the page each word stands, by its fingerprint; a place is a number of controls before it. Only texts are read for this: computing
 * the names of all controls would take far longer.
 */
export function placesOf(words: readonly number[], nodes: readonly PageNode[]): Map<number, number[]> {
  const places = new Map<number, number[]>(words.map((word) => [word, []]));
  let place = -1;
  // A plain loop in here would have to be optimised anew at each look-up, and what surrounds it with it.
  nodes.forEach((node) => {
    if (node.kind === 'control') place++;
    if (node.kind !== 'text') return;
    node.hashes ??= hashesOf(node.node);
    for (const word of node.hashes) places.get(word)?.push(place);
  });
  return places;
}

/** The words of a text, and the whole of it. */
function hashesOf({ nodeValue }: Text): number[] {
  const words = hashWords(tidy(nodeValue));
  return words.length ? [hashWholeName(words), ...words] : words;
}
