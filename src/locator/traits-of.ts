import type { Traits } from '../model/anchor.ts';
import { small } from './page-model.ts';
import { isDrawn, type PageModel, type Seen } from './seen.ts';
import { nearest, sketch } from './sketch.ts';
import { lists } from './sought.ts';
import { spell } from './words.ts';

/** What `describe` writes of a control into an anchor. */
export function traitsOf(seen: Seen, { seen: all, width, isWide }: Pick<PageModel, 'seen' | 'width' | 'isWide'>): Traits {
  // Of a large page less is laid out and read, and less will be compared.
  const drawn = all.length > small ? nearest(all, all.indexOf(seen), 44).near.filter(isDrawn) : all;
  const { near, at } = nearest(drawn, drawn.indexOf(seen));
  const spelt = Object.fromEntries(lists.filter((list) => seen[list].length).map((list) => [list, spell(seen[list])]));
  return {
    tag: seen.tag,
    ...(isWide && { wide: true }),
    ...(seen.type && { type: seen.type.slice(0, 40) }),
    ...spelt,
    ...(seen.landmark && { landmark: seen.landmark }),
    box: [Math.round(seen.x), Math.round(seen.y), Math.round(seen.w), Math.round(seen.h)],
    width,
    sketch: sketch(near.map((one) => one.stroke)),
    at,
  };
}
